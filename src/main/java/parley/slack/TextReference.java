package parley.slack;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.adapter.OneLine;

/**
 * What Slack writes between angle brackets: a person, a channel, a group, a link. Pure.
 *
 * @param target what it points to, such as {@code @U123}, still escaped
 * @param label what people see instead, still escaped
 */
record TextReference(String target, Optional<String> label) {
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{2,40}");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern ADDRESS_SCHEME = Pattern.compile("^(?:mailto|tel):");
    private static final Pattern WEB_SCHEME = Pattern.compile("^https?://|/$");

    static TextReference parse(String inside) {
        int bar = inside.indexOf('|');
        return bar < 0
                ? new TextReference(inside, Optional.empty())
                : new TextReference(
                        inside.substring(0, bar),
                        Optional.of(inside.substring(bar + 1)).filter(label -> !label.isBlank()));
    }

    /** As Markdown that says the same. */
    String inText(Names names) {
        return target.isEmpty() ? literal() : read(names, link());
    }

    /** As it was typed: Slack makes links of addresses in code too. */
    String inCode(Names names) {
        return target.isEmpty() ? literal() : read(names, label().orElse(bareAddress()));
    }

    private String read(Names names, String link) {
        String id = target.substring(1);
        return switch (target.charAt(0)) {
            case '@' -> named(id, names.person(id), OpenNames.person(id));
            case '#' -> named(id, names.channel(id), OpenNames.channel(id));
            case '!' -> announcement(id);
            default -> SCHEME.matcher(target).matches() ? Mrkdwn.unescape(link) : literal();
        };
    }

    private String named(String id, Optional<String> name, String open) {
        String sign = target.substring(0, 1);
        return name.or(() -> shown(sign))
                .map(it -> sign + it)
                .orElseGet(() -> ID.matcher(id).matches() ? open : literal());
    }

    /** The label without its sign. */
    private Optional<String> shown(String sign) {
        return label.map(it -> it.startsWith(sign) ? it.substring(sign.length()) : it)
                .map(it -> OneLine.of(Mrkdwn.unescape(it)))
                .filter(it -> !it.isEmpty());
    }

    /** Groups, dates and everybody: what people see, else the word itself. */
    private String announcement(String command) {
        if (command.startsWith("date^")) {
            return label.map(Mrkdwn::unescape).orElse("");
        }
        String word = command.startsWith("subteam^") ? command.substring(8) : command;
        return "@" + shown("@").orElse(OneLine.of(Mrkdwn.unescape(word)));
    }

    /** The address alone where the label says nothing more. */
    private String link() {
        String address = bareAddress();
        return label.filter(text -> !core(text).equals(core(address)))
                .map(text -> "[" + text.replaceAll("[\\[\\]]", "\\\\$0") + "](" + target + ")")
                .orElse(address);
    }

    private String bareAddress() {
        return ADDRESS_SCHEME.matcher(target).replaceFirst("");
    }

    private static String core(String address) {
        return WEB_SCHEME.matcher(address).replaceAll("");
    }

    /** Something else that somebody's program did not escape. */
    private String literal() {
        return Mrkdwn.unescape("<" + target + label.map(it -> "|" + it).orElse("") + ">");
    }
}
