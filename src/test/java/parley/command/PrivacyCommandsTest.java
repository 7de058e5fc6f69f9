package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.audit.AuditEntry;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.EventId;
import parley.chat.Reference;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.privacy.Erased;
import parley.privacy.Erasure;
import parley.privacy.ErasureRequest;
import parley.privacy.Erasures;
import parley.privacy.Forgetting;
import parley.privacy.LiveAnswers;
import parley.privacy.Subject;
import parley.testing.MemoryAuditLog;
import parley.testing.TestPersonas;

/** The words around forgetting, and who may do it; what is erased is the store's affair. */
final class PrivacyCommandsTest implements Erasure, Erasures, LiveAnswers {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/100.5");
    private static final Author ANN = new Author(new UserId("U1"), "Ann");

    private final MemoryAuditLog audit = new MemoryAuditLog();
    private final List<Subject> erased = new ArrayList<>();
    private final InstantSource clock = () -> NOON;
    private final ChatCommands commands =
            new ChatCommands(
                    TestPersonas.bundled(() -> 0),
                    audit,
                    clock,
                    List.of(
                            PrivacyCommands.of(
                                    new Forgetting(this, this, this, () -> {}, clock),
                                    audit,
                                    clock)));
    private boolean busy;
    private boolean direct;

    @Override
    public void stop(Reference turn) {}

    @Override
    public void restart(Reference turn) {}

    @Override
    public ErasureRequest add(Subject.Person person, Instant now) {
        return new ErasureRequest(1, person, now);
    }

    @Override
    public Optional<ErasureRequest> add(Subject.Conversation thread, Instant now) {
        return busy ? Optional.empty() : Optional.of(new ErasureRequest(1, thread, now));
    }

    @Override
    public List<ErasureRequest> open() {
        return List.of();
    }

    @Override
    public List<ErasureRequest> people() {
        return List.of();
    }

    @Override
    public void done(ErasureRequest request, Instant now) {}

    @Override
    public Erased person(Subject.Person person, Instant upTo, Set<String> names) {
        boolean again = erased.contains(person);
        erased.add(person);
        return again ? Erased.NOTHING : new Erased(0, 3, 2, 1, 0);
    }

    @Override
    public UnderWay underWay(Subject.Person person, Instant upTo) {
        return new UnderWay(List.of(), List.of());
    }

    @Override
    public Erased conversation(ErasureRequest request) {
        erased.add(request.subject());
        return new Erased(1, 5, 4, 0, 0);
    }

    @Override
    public boolean bareIds(ErasureRequest request, Instant now) {
        return true;
    }

    @Override
    public boolean isPrivate(ThreadId thread, UserId person) {
        return direct;
    }

    @Override
    public List<ChannelId> channels() {
        return List.of();
    }

    @Override
    public Erased old(ChannelId channel, Instant before) {
        return Erased.NOTHING;
    }

    @Override
    public boolean overwriteGaps() {
        return true;
    }

    private CommandReply run(Standing standing, Optional<ThreadId> thread, String text) {
        return commands.run(new Command(THREAD.channel(), thread, ANN, standing, text));
    }

    private CommandReply choose(Standing standing, String action) {
        return commands.choose(
                new Chosen(
                        new EventId("e1"),
                        THREAD.channel(),
                        Optional.empty(),
                        ANN,
                        standing,
                        action));
    }

    private List<String> audited() {
        return audit.newest(THREAD.channel().workspace(), 9).stream()
                .map(it -> it.actor().name() + " " + it.action() + " " + it.result())
                .toList();
    }

    @Test
    void forgetMe_asksBeforeItErases() {
        var reply = (CommandReply.Told) run(Standing.GUEST, Optional.empty(), "/parley forget me");

        assertThat(reply.choices())
                .containsExactly(
                        new Choice("Erase all I said", "forget:me:U1", Choice.Style.DANGER));
        assertThat(reply.text()).contains("cannot be taken back", "**What stays:**");
        assertThat(erased).isEmpty();
    }

    @Test
    void forgetMe_confirmed_saysHowMuchWent() {
        CommandReply reply = choose(Standing.GUEST, "forget:me:U1");

        assertThat(reply)
                .isEqualTo(new CommandReply.Settled("I erased 3 messages, 2 answers, 1 file."));
        assertThat(audited()).containsExactly("U1 forget me DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget:me:U2", "forget:me:", "forget:all", "forget"})
    void choose_ofSomebodyElseOrMadeUp_erasesNothing(String action) {
        assertThat(choose(Standing.ADMIN, action).text()).contains("nothing was erased");

        assertThat(erased).isEmpty();
    }

    @Test
    void forgetThread_byAnAdmin_namesTheThread() {
        var reply = (CommandReply.Told) run(Standing.ADMIN, Optional.of(THREAD), "forget thread");

        String action = reply.choices().getFirst().action();
        assertThat(action).isEqualTo("forget:thread:100.5");
        assertThat(choose(Standing.ADMIN, action).text())
                .isEqualTo("I erased this thread: 1 thread, 5 messages, 4 answers, 0 files.");
        assertThat(erased).containsExactly(new Subject.Conversation(THREAD));
        assertThat(audited()).containsExactly("Ann forget thread DONE");
    }

    @Test
    void forgetThread_byOthers_isRefusedAndAudited() {
        assertThat(run(Standing.MEMBER, Optional.of(THREAD), "forget thread").text())
                .startsWith("Only admins");
        assertThat(choose(Standing.MEMBER, "forget:thread:100.5").text()).startsWith("Only admins");

        assertThat(erased).isEmpty();
        assertThat(audited())
                .containsExactly("Ann forget thread REFUSED", "Ann forget thread REFUSED");
    }

    @Test
    void forgetThread_inADirectMessage_isForThePersonToo() {
        direct = true;

        assertThat(run(Standing.MEMBER, Optional.of(THREAD), "forget thread"))
                .isInstanceOf(CommandReply.Told.class);
        assertThat(choose(Standing.MEMBER, "forget:thread:100.5"))
                .isInstanceOf(CommandReply.Settled.class);
    }

    @Test
    void forgetThread_whileAnAnswerIsWritten_staysToBePressedAgain() {
        busy = true;

        assertThat(choose(Standing.ADMIN, "forget:thread:100.5"))
                .isEqualTo(
                        CommandReply.told(
                                "A question here waits or is being answered. Wait for the answer,"
                                        + " or stop it, then press again."));
        assertThat(audited()).isEmpty();
    }

    private void administered(int times) {
        for (int i = 1; i <= times; i++) {
            audit.add(
                    new AuditEntry(
                            NOON.plusSeconds(60L * i),
                            THREAD.channel().workspace(),
                            Optional.of(THREAD.channel()),
                            ANN,
                            "persona set",
                            "`p" + i + "`",
                            AuditEntry.Result.APPROVED,
                            i == 1 ? "" : "in this channel"));
        }
    }

    @Test
    void audit_listsTheNewest_oneALine() {
        assertThat(run(Standing.ADMIN, Optional.empty(), "/parley audit").text())
                .isEqualTo("Nothing was administered here yet.");
        administered(120);

        List<String> lines =
                run(Standing.ADMIN, Optional.empty(), "/parley audit").text().lines().toList();

        assertThat(lines).hasSize(21).first().isEqualTo("Times are UTC.");
        assertThat(lines.get(1))
                .isEqualTo(
                        "- 2026-11-21 14:00 · `Ann` · `persona set  p120` · approved · `in this"
                                + " channel`");
        assertThat(run(Standing.ADMIN, Optional.empty(), "audit 100").text().lines()).hasSize(101);
        assertThat(run(Standing.ADMIN, Optional.empty(), "audit 1").text().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many", "5 6"})
    void audit_noSuchCount_saysWhatToWrite(String count) {
        assertThat(run(Standing.ADMIN, Optional.empty(), "/parley audit " + count).text())
                .isEqualTo("How many lines? Write a number from 1 to 100.");
        assertThat(commands.understands(THREAD.channel().workspace(), "audit " + count)).isFalse();
    }

    @Test
    void audit_byOthers_isRefused() {
        assertThat(run(Standing.MEMBER, Optional.empty(), "/parley audit").text())
                .startsWith("Only admins");
        assertThat(audited()).containsExactly("Ann audit REFUSED");
    }
}
