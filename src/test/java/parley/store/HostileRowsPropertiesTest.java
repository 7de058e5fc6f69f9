package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.ChatMessage;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.claude.ContentBlock;
import parley.contract.Events;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.conversation.Turn;
import parley.inbox.EntryState;
import parley.testing.HostileText;

/** What the store was given, it gives back: half pairs, nothing and all. */
final class HostileRowsPropertiesTest {
    private static final Instant AT = Events.NOON;

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(HostileText.hostile(30), HostileText.anything());
    }

    @Provide
    Arbitrary<Attachment> files() {
        return Combinators.combine(hostile(), hostile(), hostile(), Arbitraries.longs(), hostile())
                .as(Attachment::new);
    }

    @Property
    void event_anyTexts_readsBackAsItWasWritten(
            @ForAll("hostile") String name,
            @ForAll("hostile") String text,
            @ForAll @Size(max = 3) List<@From("files") Attachment> files) {
        Inbound event =
                new Inbound.Mention(
                        new EventId("e"),
                        Events.THREAD,
                        new Author(new UserId("U1"), name),
                        AT,
                        new MessageId("m"),
                        text,
                        files);
        String payload = EventJson.write(event);

        assertThat(HostileText.broken(payload)).isFalse();
        assertThat(EventJson.read(payload)).isEqualTo(event);
        assertThat(EventJson.textOf(EventJson.withText(payload, name))).isEqualTo(name);
        assertThat(EventJson.textOf(EventJson.forgotten(payload))).isEmpty();
        assertThat(EventJson.authorOf(EventJson.erased(payload))).isEqualTo(Forgotten.NAME);
    }

    @Property
    void blocks_anyText_readBackAsTheyWereWritten(@ForAll("hostile") String text) {
        List<ContentBlock> blocks =
                List.of(new ContentBlock.Text(text), new ContentBlock.Document("a/b", "", text));

        assertThat(Json.readBlocks(Json.writeBlocks(blocks))).isEqualTo(blocks);
    }

    @Property(tries = 4)
    void database_anyText_comesOutOfEachColumnAsItWentIn(
            @ForAll @Size(min = 20, max = 40) List<@From("hostile") String> texts) {
        try (var database = new TestDatabase()) {
            var journal = new SqlJournal(database.get(), () -> AT);
            var conversations = new SqlConversationStore(database.get());
            for (int i = 0; i < texts.size(); i++) {
                var _ = journal.append(event(i, texts.get(i)), EntryState.RECEIVED);
            }
            var turn = new Reference("T-1");
            var claim = journal.next(Events.THREAD).orElseThrow();
            var open = conversations.begin(claim, turn, "", Material.NONE).orElseThrow();

            assertThat(conversations.before(open, FileRoom.WHOLE).turns())
                    .extracting(one -> ((Turn.UserTurn) one).content())
                    .containsExactlyElementsOf(
                            texts.stream()
                                    .map(text -> List.<ContentBlock>of(new ContentBlock.Text(text)))
                                    .toList());
        }
    }

    private static Inbound event(int number, String text) {
        return new Inbound.Mention(
                new EventId("e" + number),
                Events.THREAD,
                new Author(new UserId("U1"), text),
                AT,
                new MessageId("m" + number),
                text,
                List.of());
    }

    @Property(tries = 4)
    void messages_soundTexts_comeOutOfThePlaygroundsLogAsTheyWentIn(
            @ForAll @Size(min = 20, max = 40) List<@From("hostile") String> texts) {
        try (var database = new TestDatabase()) {
            var log = new SqlMessageLog(database.get());
            for (int i = 0; i < texts.size(); i++) {
                var _ = log.add("n" + i, message(i, texts.get(i)));
            }

            assertThat(log.thread(Events.THREAD))
                    .extracting(ChatMessage::text)
                    .containsExactlyElementsOf(
                            texts.stream().map(HostileRowsPropertiesTest::sound).toList());
        }
    }

    private static ChatMessage message(int number, String text) {
        return new ChatMessage(
                new MessageId("m" + number),
                Events.THREAD,
                Optional.of(new Author(new UserId("U1"), sound(text))),
                AT.plusSeconds(number),
                sound(text),
                Optional.empty(),
                false);
    }

    /** No page can send half a character: its requests are UTF-8. */
    private static String sound(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }
}
