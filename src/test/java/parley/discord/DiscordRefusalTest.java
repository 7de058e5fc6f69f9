package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.MESSAGE;
import static parley.discord.WriterRig.POST;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.whole;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Write;
import parley.testing.discord.Fault;

/** How Discord's refusals end. */
final class DiscordRefusalTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static Fault error(int status, int code) {
        return new Fault.Refused(status, code, "No");
    }

    private String posts() {
        return CallKind.POST.in(rig.question).name();
    }

    private String edits() {
        return CallKind.EDIT.in(rig.question).name();
    }

    @ParameterizedTest
    @CsvSource({"403, 50001", "403, 50013", "404, 10003", "403, 160005", "400, 50035", "401, 0"})
    void post_refusedForGood_isRejected(int status, int code) {
        rig.discord.faults().next("POST", POST, error(status, code));

        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void statusThatMayPass_isUnreachable(int status) {
        rig.discord.faults().next("POST", POST, new Fault.Status(status));

        assertThat(rig.post(whole("One")))
                .isEqualTo(
                        new SendResult.Unreachable("Discord answered with HTTP status " + status));
    }

    @Test
    void answerThatIsNoJson_isUnreachable_andTheMessageStandsOnce() {
        rig.discord.faults().next("POST", POST, new Fault.Malformed());
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);

        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOUDFLARE")
    void tooManyPosts_inWhateverForm_waitAndThenGoOn(Fault.Form form) {
        rig.posted(WriterRig.part(0, "One"));
        rig.discord.faults().next("POST", POST, new Fault.RateLimited(2, Fault.Scope.USER, form));

        assertThat(rig.post(WriterRig.part(1, "Two")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(2), Optional.of(posts())));
        rig.advance(Duration.ofSeconds(2));
        rig.posted(WriterRig.part(1, "Two"));
        assertThat(rig.answers()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"GLOBAL, USUAL", "USER, CLOUDFLARE"})
    void tooManyCallsOfAll_restAll(Fault.Scope scope, Fault.Form form) {
        MessageId id = rig.posted(growing("One"));
        rig.discord.faults().next("PATCH", MESSAGE, new Fault.RateLimited(3, scope, form));

        assertThat(rig.edit(id, whole("One two")))
                .isEqualTo(
                        new SendResult.RateLimited(
                                Duration.ofSeconds(3), Optional.of(DiscordBudgets.ALL)));
        assertThat(rig.post(WriterRig.part(1, "Two")))
                .isEqualTo(
                        new SendResult.RateLimited(
                                Duration.ofSeconds(2), Optional.of(DiscordBudgets.ALL)));
        assertThat(rig.discord.calls("POST", POST)).hasSize(1);
    }

    @Test
    void tooManyEdits_areNotTriedBeforeTheirTime() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.faults().next("PATCH", MESSAGE, new Fault.RateLimited(3));
        rig.edit(id, whole("One two"));

        assertThat(rig.edit(id, whole("One two")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(2), Optional.of(edits())));
        assertThat(rig.discord.calls("PATCH", MESSAGE)).hasSize(1);
    }

    @Test
    void restart_withABudgetThatIsNearlySpent_asksForNoMoreThanIsLeft() {
        rig.discord.limits().set("POST", POST, 2, Duration.ofSeconds(30));
        rig.posted(WriterRig.part(0, "One"));
        rig.restart();
        rig.posted(WriterRig.part(1, "Two"));

        assertThat(rig.post(WriterRig.part(2, "Three")))
                .isInstanceOfSatisfying(
                        SendResult.RateLimited.class,
                        limited -> assertThat(limited.scope()).contains(posts()));
        rig.assertLawful();
        rig.advance(Duration.ofSeconds(30));
        rig.posted(WriterRig.part(2, "Three"));
    }

    @Test
    void editOfAnOldMessage_hasABudgetOfItsOwn() {
        MessageId id = rig.posted(whole("0"));
        rig.advance(Duration.ofHours(1));
        String old = CallKind.OLD_EDIT.in(rig.question).name();

        for (int i = 1; i <= 3; i++) {
            Write edit = new Write.Edit(id, whole("" + i));
            assertThat(rig.output().limits().routes(rig.thread, edit).getFirst().scopes())
                    .extracting(scope -> scope.name())
                    .contains(old);
            assertThat(rig.write(edit)).isEqualTo(new SendResult.Sent(id));
        }
        SendResult fourth = rig.edit(id, whole("4"));

        assertThat(fourth)
                .isInstanceOfSatisfying(
                        SendResult.RateLimited.class,
                        limited -> assertThat(limited.scope()).contains(old));
    }

    @Test
    void archivedThread_isOpenedAgain() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.archives(rig.question, false);

        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.answer().text()).isEqualTo("One two");
        assertThat(rig.called())
                .containsSubsequence("PATCH message", "PATCH channel", "PATCH message");
    }

    @Test
    void lockedThread_isNotWrittenInto() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.archives(rig.question, true);

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void deletedThread_takesNothingMore_andItsMessagesCountAsDeleted() {
        MessageId id = rig.posted(growing("One"));
        rig.discord.removes(rig.question);

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.write(new Write.Delete(id))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.post(whole("One two"))).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void deleteRefusedForGood_isRejectedAndTheNonceMakesANewMessage() {
        MessageId id = rig.posted(whole("One"));
        rig.discord.faults().next("DELETE", MESSAGE, error(403, 50013));

        assertThat(rig.write(new Write.Delete(id))).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.posted(whole("Anew"))).isNotEqualTo(id);
    }

    @Test
    void postIntoAChannelWithoutTheRightToRead_goesWithoutReference() {
        rig.discord.deny(
                WriterRig.CHANNEL,
                parley.testing.discord.Permission.READ_MESSAGE_HISTORY,
                parley.testing.discord.Permission.CREATE_PUBLIC_THREADS);

        rig.posted(whole("One"));

        assertThat(rig.discord.answers(WriterRig.CHANNEL))
                .singleElement()
                .satisfies(one -> assertThat(one.replyTo()).isEmpty());
    }
}
