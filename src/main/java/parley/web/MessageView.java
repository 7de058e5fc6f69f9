package parley.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.chat.ChatMessage;
import parley.chat.Choice;
import parley.chat.Outgoing;

/**
 * A message as the page gets it; empty strings stand for what is not there.
 *
 * @param author the person's id, or empty for the bot
 * @param notice whether it is a line of the bot's own, and no answer
 * @param choices the buttons below a notice
 * @param at milliseconds since 1970
 * @param deleted whether only the place is left, because others replied to it
 * @param rev grows with each change of this message while the server runs; 0 when it rests
 */
record MessageView(
        String id,
        String channel,
        String thread,
        String author,
        String name,
        long at,
        String text,
        boolean edited,
        boolean deleted,
        long rev,
        String turn,
        int part,
        String note,
        String footer,
        List<String> buttons,
        boolean settled,
        boolean notice,
        List<Choice> choices) {

    static MessageView of(ChatMessage message, long rev) {
        Optional<Outgoing> shown = message.outgoing();
        return new MessageView(
                message.id().value(),
                message.thread().channel().value(),
                message.thread().root(),
                message.author().map(author -> author.id().value()).orElse(""),
                message.author().map(author -> author.name()).orElse("Parley"),
                message.at().toEpochMilli(),
                shown.map(Outgoing::text).orElse(message.text()),
                message.edited(),
                Board.isBlank(message),
                rev,
                shown.map(outgoing -> outgoing.turn().value()).orElse(""),
                shown.map(Outgoing::part).orElse(0),
                shown.flatMap(Outgoing::note).orElse(""),
                shown.flatMap(Outgoing::footer).orElse(""),
                shown.map(MessageView::buttons).orElse(List.of()),
                shown.map(Outgoing::settled).orElse(true),
                message.isNotice(),
                message.choices());
    }

    private static List<String> buttons(Outgoing outgoing) {
        return outgoing.buttons().stream()
                .map(button -> button.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
