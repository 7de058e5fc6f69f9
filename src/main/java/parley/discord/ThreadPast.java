package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.Earlier;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.UserId;

/**
 * What was said in a conversation of a server before the bot was asked. The message that a thread
 * was made from stands in the channel above; other threads, and posts of forums, begin with their
 * own first message. For one thread.
 */
final class ThreadPast {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadPast.class);
    private static final Author PARLEY = new Author(new UserId("parley"), "Parley");

    /** The answers that mean that a conversation has no message above it. */
    private static final Set<Integer> NONE =
            Set.of(DiscordErrors.NO_MESSAGE, DiscordErrors.NO_MESSAGES_HERE);

    private static final String UNTOLD = "How {} began is not told: {}";
    private static final String WITHHELD =
            "Discord keeps them from a bot without the message content intent";

    private final DiscordCalls calls;
    private final DiscordEvents events;
    private final boolean readsContent;
    private final ThreadId thread;
    private final ChannelFacts above;
    private final ChannelFacts below;

    /**
     * @param readsContent whether Discord tells the bot what people say to each other
     */
    ThreadPast(DiscordCalls calls, DiscordEvents events, boolean readsContent, ThreadId thread) {
        this.calls = calls;
        this.events = events;
        this.readsContent = readsContent;
        this.thread = thread;
        long guild = DiscordIds.guildOf(thread);
        above = ChannelFacts.room(DiscordIds.channelOf(thread), guild);
        below = ChannelFacts.thread(DiscordIds.rootOf(thread), guild, above.id());
    }

    /** The root that stands in the channel, where there is one. */
    Earlier root() {
        Outcome<JsonNode> outcome = calls.read(above.id(), below.id());
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode root) ->
                    new Earlier.Told(tell(new MessageJson(root), above).stream().toList());
            case Outcome.Refused<JsonNode> refused when NONE.contains(refused.code()) ->
                    new Earlier.Told(List.of());
            case Outcome.Refused<JsonNode> _,
                    Outcome.Limited<JsonNode> _,
                    Outcome.Lost<JsonNode> _ ->
                    new Earlier.Untold(DiscordErrors.unread(outcome));
        };
    }

    private Optional<Inbound.ThreadReply> tell(MessageJson message, ChannelFacts where) {
        return events.told(message, thread, where);
    }

    /** The root and the newest others that stand in the thread before that message. */
    Earlier before(long message, int most, Ticker ticker) {
        ThreadPages pages =
                new ThreadPages(calls, below.id(), read -> tell(read, below).isPresent(), ticker);
        pages.read(message, most);
        if (pages.messages().isEmpty()) {
            // Who may not read the history is told of nothing rather than refused.
            return pages.fault().<Earlier>map(Earlier.Untold::new).orElseGet(this::root);
        }
        List<Inbound.ThreadReply> told = told(pages, beginning(pages), most);
        return told.isEmpty() ? nothing(pages) : new Earlier.Told(told);
    }

    private Earlier nothing(ThreadPages pages) {
        Optional<String> reason = readsContent ? pages.fault() : Optional.of(WITHHELD);
        return reason.<Earlier>map(Earlier.Untold::new)
                .orElseGet(() -> new Earlier.Told(List.of()));
    }

    private Optional<Inbound.ThreadReply> beginning(ThreadPages pages) {
        Optional<MessageJson> first =
                pages.isWhole() ? Optional.of(pages.messages().getFirst()) : first();
        return first.flatMap(
                it -> it.type() == MessageJson.STARTER ? madeFrom(it) : tell(it, below));
    }

    private Optional<MessageJson> first() {
        Outcome<JsonNode> outcome = calls.after(below.id(), below.id() - 1, 1);
        if (outcome instanceof Outcome.Done<JsonNode>(JsonNode page)) {
            return Optional.of(page.path(0)).filter(JsonNode::isObject).map(MessageJson::new);
        }
        LOG.warn(UNTOLD, thread, DiscordErrors.unread(outcome));
        return Optional.empty();
    }

    /** Discord says what the thread was made from, unless it did not look. */
    private Optional<Inbound.ThreadReply> madeFrom(MessageJson starter) {
        if (starter.json().has("referenced_message")) {
            return starter.started().flatMap(root -> tell(root, above));
        }
        return switch (root()) {
            case Earlier.Told(List<Inbound.ThreadReply> told) -> told.stream().findFirst();
            case Earlier.Untold(String reason) -> {
                LOG.warn(UNTOLD, thread, reason);
                yield Optional.empty();
            }
        };
    }

    private List<Inbound.ThreadReply> told(
            ThreadPages pages, Optional<Inbound.ThreadReply> root, int most) {
        List<Inbound.ThreadReply> others = new ArrayList<>();
        pages.messages().stream()
                .flatMap(message -> tell(message, below).stream())
                .filter(it -> root.filter(first -> first.message().equals(it.message())).isEmpty())
                .forEach(others::add);
        int room = Math.min(others.size(), most - (root.isPresent() ? 1 : 0));
        List<Inbound.ThreadReply> newest = others.subList(others.size() - room, others.size());
        Optional<Inbound.ThreadReply> gap =
                root.isEmpty() && newest.isEmpty()
                        ? Optional.empty()
                        : pages.fault().map(reason -> gap(pages.messages().getFirst(), reason));
        return Stream.of(root.stream(), gap.stream(), newest.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** So that the model does not take the part for the whole. */
    private Inbound.ThreadReply gap(MessageJson next, String reason) {
        long place = next.id() - 1;
        return new Inbound.ThreadReply(
                new EventId("gap." + Long.toUnsignedString(place)),
                thread,
                PARLEY,
                DiscordIds.madeAt(place),
                DiscordIds.message(below.id(), place),
                "[Parley: older messages of this thread could not be read: " + reason + ".]",
                List.of());
    }
}
