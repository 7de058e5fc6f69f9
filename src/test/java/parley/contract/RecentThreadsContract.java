package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.CHANNEL;
import static parley.contract.Events.NOON;
import static parley.contract.Events.OTHER;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.NOTED;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Overview;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.conversation.Asked;
import parley.conversation.Material;
import parley.conversation.ThreadOverview;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaId;
import parley.testing.MemoryPersonaBindings;
import parley.testing.TestPersonas;

/** What every store must tell of the threads in which a person asked. */
public abstract class RecentThreadsContract extends StoreContract {
    private int asked;

    private void ask(ThreadId thread, Author author, Instant at, String text) {
        asked++;
        accept(
                new Inbound.Mention(
                        Events.event("e" + asked),
                        thread,
                        author,
                        at,
                        new MessageId("m" + asked),
                        text,
                        List.of()));
        var turn = new Reference("T-A" + asked);
        assertThat(store().begin(claim(thread), turn, "", Material.NONE)).isPresent();
        store().complete(Answers.complete(turn, "an answer"));
        store().shown(turn, true);
    }

    private List<Asked> recent(Author person, int most) {
        return store().recent(CHANNEL.workspace(), person.id(), most);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    @Test
    void recent_severalThreads_newestQuestionFirst() {
        ask(THREAD, ANN, at(1), "first");
        ask(OTHER, ANN, at(2), "second");
        ask(THREAD, ANN, at(3), "third");

        assertThat(recent(ANN, 5))
                .containsExactly(
                        new Asked(THREAD, "first", at(3)), new Asked(OTHER, "second", at(2)));
        assertThat(recent(ANN, 1)).containsExactly(new Asked(THREAD, "first", at(3)));
        assertThat(recent(BOB, 5)).isEmpty();
    }

    @Test
    void recent_threadThatAnotherBegan_tellsItsFirstQuestion() {
        journal().append(Events.reply(new Author(BOB.id(), "Bob"), "m0", "a remark"), NOTED);
        ask(THREAD, ANN, at(1), "first");
        journal().append(Events.reply(BOB, "m9", "another"), NOTED);
        ask(THREAD, new Author(new UserId("U3"), "Cy"), at(2), "second");

        assertThat(store().recent(CHANNEL.workspace(), new UserId("U3"), 5))
                .containsExactly(new Asked(THREAD, "first", at(2)));
    }

    @Test
    void recent_sameNamesElsewhere_staysInItsWorkspace() {
        ask(elsewhere(Platform.SLACK, "W2"), ANN, at(1), "other workspace");
        ask(elsewhere(Platform.DISCORD, "W1"), ANN, at(2), "other platform");
        ask(THREAD, ANN, at(3), "here");

        assertThat(recent(ANN, 5)).containsExactly(new Asked(THREAD, "here", at(3)));
    }

    private static ThreadId elsewhere(Platform platform, String workspace) {
        return new ThreadId(new ChannelId(new WorkspaceId(platform, workspace), "C1"), "1");
    }

    @Test
    void recent_questionsDeleted_areForgotten() {
        ask(THREAD, ANN, at(1), "secret");
        ask(THREAD, ANN, at(2), "harmless");
        ask(OTHER, ANN, at(3), "secret too");
        store().delete(THREAD, new MessageId("m1"), at(4));
        store().delete(OTHER, new MessageId("m3"), at(4));

        assertThat(recent(ANN, 5)).containsExactly(new Asked(THREAD, "harmless", at(2)));
    }

    @Test
    void overview_ofAPerson_namesThreadsAndWhoAnswers() {
        var bindings = new MemoryPersonaBindings();
        bindings.bind(
                new PersonaBinding(
                        new BindingScope.OfChannel(CHANNEL), new PersonaId("engineer"), ANN, NOON));
        var personas = TestPersonas.open(Path.of("prompts"), bindings, () -> 0);
        var overview = new ThreadOverview(personas, store());
        ask(THREAD, ANN, at(1), "**Why** does\nit fail?");

        assertThat(overview.recent(CHANNEL.workspace(), ANN.id(), 5))
                .containsExactly(new Overview.Recent(THREAD, "Why does it fail?", at(1)));
        assertThat(overview.persona(CHANNEL).name()).isEqualTo("engineer");
        assertThat(overview.persona(CHANNEL).prompts()).hasSize(4);
        var elsewhere = new ChannelId(CHANNEL.workspace(), "C2");
        assertThat(overview.persona(elsewhere).name()).isEqualTo("default");
    }
}
