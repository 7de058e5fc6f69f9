package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static parley.chat.Button.STOP;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import parley.adapter.Excerpt;
import parley.chat.Outgoing;
import parley.chat.Reference;

/**
 * How messages look in Discord, as the bodies of calls: the model's text, under it what Parley says
 * in small lines, the buttons. Nothing in a text notifies anybody: Discord gives every mention its
 * effect unless {@code allowed_mentions} forbids it, on each edit anew. Links show no previews.
 * Pure.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">Allowed
 *     mentions</a>
 */
final class DiscordMessages {
    /** https://discord.com/developers/docs/resources/message#create-message. */
    static final int MOST_CHARACTERS = 2_000;

    /**
     * What a status message begins with and nothing else does. By it one is known again that an
     * earlier process left behind.
     */
    static final String STATUS = "-# ⏳ ";

    /** Discord shows such a line small and grey. */
    private static final String SMALL = "-# ";

    /** A list, a quote or a table would go on in the next line. */
    private static final String APART = "\n\n";

    private static final String NOTHING = SMALL + "…";
    private static final int LONGEST_FOOTER = 120;
    private static final int LONGEST_STATUS = 200;

    /** {@code enforce_nonce} takes up to 25 characters. */
    private static final int LONGEST_NONCE = 25;

    private DiscordMessages() {}

    /** What people see of a message. */
    record Look(String content, List<ActionRow> rows) {
        Look {
            rows = List.copyOf(rows);
        }

        /** The ids that its buttons bear. */
        List<String> customIds() {
            return rows.stream()
                    .flatMap(row -> row.getButtons().stream())
                    .map(Button::getCustomId)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** The answer's message as it shall look. */
    static Look look(Outgoing message) {
        return new Look(content(message), DiscordButtons.rows(message.buttons(), message.turn()));
    }

    /**
     * What the bot is doing, before there is an answer.
     *
     * @param turn the answer that can be stopped
     */
    static Look status(String words, Optional<Reference> turn) {
        return new Look(
                STATUS + Excerpt.of(oneLine(words), LONGEST_STATUS) + "…",
                turn.map(known -> DiscordButtons.rows(List.of(STOP), known)).orElse(List.of()));
    }

    /**
     * The body that makes the message.
     *
     * @param replyTo the message that it answers, where it does not stand in a thread of its own
     * @param nonce at most 25 characters; the same again within minutes makes no second message
     */
    static String create(Look look, Optional<Long> replyTo, String nonce) {
        try (var data = dressed(new MessageCreateBuilder(), look).build()) {
            DataObject body = data.toData();
            body.put("nonce", nonce).put("enforce_nonce", true);
            replyTo.ifPresent(message -> body.put("message_reference", reference(message)));
            return body.toString();
        }
    }

    /** The body of a message that is nothing but a file. */
    static String file(Optional<Long> replyTo, String nonce) {
        DataObject body =
                DataObject.empty()
                        .put("allowed_mentions", nobody())
                        .put("nonce", nonce)
                        .put("enforce_nonce", true);
        replyTo.ifPresent(message -> body.put("message_reference", reference(message)));
        return body.toString();
    }

    /** The body that changes the message. */
    static String edit(Look look) {
        try (var data = dressed(new MessageEditBuilder(), look).build()) {
            return data.toData().toString();
        }
    }

    private static <R extends MessageRequest<R>> R dressed(R request, Look look) {
        return request.setContent(look.content())
                .setComponents(look.rows())
                .setSuppressEmbeds(true)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false);
    }

    private static DataObject nobody() {
        return DataObject.empty().put("parse", DataArray.empty()).put("replied_user", false);
    }

    /** Should the question be gone, the answer stands there all the same. */
    private static DataObject reference(long message) {
        return DataObject.empty()
                .put("message_id", Long.toUnsignedString(message))
                .put("fail_if_not_exists", false);
    }

    /** At most {@link #MOST_CHARACTERS}; the note gives way where there is too much. */
    private static String content(Outgoing message) {
        String text = isNothing(message.text()) ? "" : message.text();
        Optional<String> footer =
                message.footer().map(line -> SMALL + Excerpt.of(oneLine(line), LONGEST_FOOTER));
        int room =
                MOST_CHARACTERS
                        - text.length()
                        - APART.length()
                        - footer.map(line -> line.length() + 1).orElse(0);
        Optional<String> note = message.note().map(words -> Excerpt.of(small(words), room));
        String under =
                Stream.of(note, footer).flatMap(Optional::stream).collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return under.isEmpty() ? NOTHING : under;
        }
        return under.isEmpty() ? text : text + APART + under;
    }

    /** JDA trims controls away, and Discord takes no message without words. */
    private static boolean isNothing(String text) {
        return text.isBlank() || text.trim().isEmpty();
    }

    private static String small(String words) {
        return words.strip().lines().map(line -> SMALL + line).collect(Collectors.joining("\n"));
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /**
     * What Discord shall know the message by.
     *
     * @param name of the message among all of the bot
     * @param edition how many of that name were deleted before
     */
    static String nonce(String name, int edition) {
        String whole = edition == 0 ? name : name + "~" + edition;
        return whole.length() <= LONGEST_NONCE ? whole : digest(whole);
    }

    private static String digest(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, LONGEST_NONCE);
    }
}
