package parley;

/**
 * Where to listen.
 *
 * @param port from 0, which picks a free one, to 65535
 */
record Address(String host, int port) {
    /**
     * Reads {@code host:port}; an IPv6 host stands in brackets.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("write host:port, such as 127.0.0.1:8080");
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.contains(":") && !bracketed) {
            throw new IllegalArgumentException("write an IPv6 host in brackets: [::1]:8080");
        }
        return new Address(
                bracketed ? host.substring(1, host.length() - 1) : host,
                port(text.substring(colon + 1)));
    }

    /** Whether only this machine reaches it. */
    boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw new IllegalArgumentException("the port must be a number from 0 to 65535");
    }
}
