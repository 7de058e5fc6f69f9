package parley.slack;

/**
 * Why a connection of Socket Mode is not to be relied on any longer.
 *
 * @param reason for people, without a full stop
 */
record SocketEnd(Kind kind, String reason) {
    enum Kind {
        /** Slack closes it soon: a new one can take over before that. */
        RENEW,
        /** It is closed, broken or silent. */
        LOST,
        /** Slack does not want one just now. */
        UNWANTED,
        /** Slack does not want any until people changed something. */
        SWITCHED_OFF
    }

    /** From the reason of a disconnect frame. */
    static SocketEnd announced(String reason) {
        return switch (reason) {
            case "link_disabled" ->
                    new SocketEnd(
                            Kind.SWITCHED_OFF,
                            "Socket Mode is switched off for this app; switch it on at"
                                    + " api.slack.com/apps, under Socket Mode");
            case "too_many_websockets" ->
                    new SocketEnd(
                            Kind.UNWANTED,
                            "the app has too many connections; look for other programs that use"
                                    + " the same SLACK_APP_TOKEN");
            default -> new SocketEnd(Kind.RENEW, "Slack closed the connection");
        };
    }
}
