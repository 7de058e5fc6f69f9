package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.POST;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.Write;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;

/** Which budgets a write counts against. */
final class DiscordLimitsTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Route route(Write write) {
        List<Route> routes = rig.output().limits().routes(rig.thread, write);
        assertThat(routes).hasSize(1);
        return routes.getFirst();
    }

    private List<String> scopes(Write write) {
        return route(write).scopes().stream().map(RateScope::name).toList();
    }

    private static Write post(Outgoing message) {
        return new Write.Post(message);
    }

    private String name(CallKind kind, long channel) {
        return kind.in(channel).name();
    }

    @Test
    void post_countsInTheThreadThatTheQuestionWillHave() {
        assertThat(scopes(post(growing("One"))))
                .containsExactly(name(CallKind.POST, rig.question), DiscordBudgets.ALL);
        Route before = route(post(growing("One")));
        rig.output().places().open(rig.thread);

        assertThat(route(post(growing("One")))).isEqualTo(before);
    }

    @Test
    void post_inAChannelWithoutThreads_countsThere() {
        rig.discord.deny(WriterRig.CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        Route before = route(post(growing("One")));
        rig.output().places().open(rig.thread);

        assertThat(scopes(post(growing("One"))))
                .containsExactly(name(CallKind.POST, WriterRig.CHANNEL), DiscordBudgets.ALL);
        assertThat(route(post(growing("One"))).name()).isNotEqualTo(before.name());
    }

    @Test
    void post_thatMayStandThereAlready_countsAsAnEditToo() {
        rig.discord.faults().next("POST", POST, new Fault.Reset());
        rig.post(growing("One"));

        assertThat(scopes(post(growing("One"))))
                .containsExactly(
                        name(CallKind.POST, rig.question),
                        name(CallKind.EDIT, rig.question),
                        DiscordBudgets.ALL);
    }

    @Test
    void post_thatStandsThere_isAnEdit() {
        rig.posted(growing("One"));

        assertThat(scopes(post(whole("One"))))
                .containsExactly(name(CallKind.EDIT, rig.question), DiscordBudgets.ALL);
    }

    @Test
    void edit_ofAGrowingMessage_isSpread_andThatOfASettledOneNot() {
        MessageId id = rig.posted(growing("One"));
        String edits = name(CallKind.EDIT, rig.question);

        assertThat(scopes(new Write.Edit(id, growing("One two"))))
                .containsExactly(edits, edits + " growing", DiscordBudgets.ALL);
        assertThat(scopes(new Write.Edit(id, whole("One two"))))
                .containsExactly(edits, DiscordBudgets.ALL);
    }

    @Test
    void edit_countsWhereTheMessageStands() {
        MessageId elsewhere = DiscordIds.message(77, rig.question);

        assertThat(scopes(new Write.Edit(elsewhere, whole("One"))))
                .containsExactly(name(CallKind.EDIT, 77), DiscordBudgets.ALL);
        assertThat(scopes(new Write.Delete(elsewhere)))
                .containsExactly(name(CallKind.DELETE, 77), DiscordBudgets.ALL);
    }

    @Test
    void edit_ofAMessageThatIsAnHourOld_countsTwice() {
        MessageId id = rig.posted(growing("One"));
        rig.advance(Duration.ofMinutes(60));

        assertThat(scopes(new Write.Edit(id, whole("One two"))))
                .containsExactly(
                        name(CallKind.EDIT, rig.question),
                        name(CallKind.OLD_EDIT, rig.question),
                        DiscordBudgets.ALL);
    }

    @Test
    void messages_endTheirGrowthBeforeThat() {
        assertThat(rig.output().limits().growth()).isLessThan(Duration.ofMinutes(59));
        assertThat(rig.output().limits().messageLength()).isEqualTo(1_600);
    }
}
