package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.ChatAdapter;
import parley.chat.Command;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.prompt.PersonaId;
import parley.rule.Fate;
import parley.rule.Fates;
import parley.rule.People;
import parley.rule.Rule;
import parley.rule.Rules;
import parley.testing.MemoryAuditLog;
import parley.testing.MemoryRules;
import parley.testing.RuleDesk;
import parley.testing.TellingAdapter;
import parley.testing.TestPersonas;
import parley.usage.ModelCeiling;
import parley.usage.ModelReason;
import parley.usage.PriceFile;

final class RuleCommandsTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/1");
    private static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");
    private static final Instant NOW = Instant.parse("2026-11-21T08:09:10Z");
    private static final Reference T1 = new Reference("T-7KQ2M9XA");

    private final MemoryAuditLog audit = new MemoryAuditLog();
    private final Rules rules = new Rules(new MemoryRules(), 90);
    private final Fates fates = new Fates();
    private final Map<Reference, AnswerFacts> answers = new HashMap<>();
    private final TellingAdapter platform =
            new TellingAdapter(2_000).group("On-Call Heroes", ADA.id());
    private final Map<ThreadId, Integer> queue = new HashMap<>();
    private final ChatCommands commands = commands(Map.of(Platform.SLACK, platform));

    private ChatCommands commands(Map<Platform, ChatAdapter> adapters) {
        var personas = TestPersonas.bundled(() -> 0);
        return new ChatCommands(
                personas,
                audit,
                () -> NOW,
                List.of(
                        RuleCommands.rules(
                                rules,
                                RuleDesk.of(rules, Optional.empty(), audit, () -> NOW),
                                new People(adapters),
                                new ModelCeiling(PriceFile.load()),
                                audit,
                                () -> NOW),
                        RuleCommands.explanations(
                                rules, fates, new KnownAnswers(), this::place, () -> NOW)));
    }

    private OptionalInt place(ThreadId thread) {
        return queue.containsKey(thread) ? OptionalInt.of(queue.get(thread)) : OptionalInt.empty();
    }

    private final class KnownAnswers implements AnswerBook {
        @Override
        public Optional<AnswerFacts> find(Reference answer) {
            return Optional.ofNullable(answers.get(answer));
        }

        @Override
        public Optional<AnswerFacts> newest(ThreadId thread) {
            return answers.values().stream().findFirst();
        }

        @Override
        public Optional<AnswerFacts> newest(ChannelId channel) {
            return answers.values().stream().findFirst();
        }
    }

    private String run(Standing standing, String text) {
        return commands.run(new Command(THREAD.channel(), Optional.empty(), ADA, standing, text))
                .text();
    }

    private String asAdmin(String text) {
        return run(Standing.ADMIN, text);
    }

    private String asMember(String text) {
        return run(Standing.MEMBER, text);
    }

    @Test
    void channel_alone_showsEveryRuleAndWhereItComesFrom() {
        asAdmin("/parley channel hour 10");
        asAdmin("/parley channel keep 30 for workspace");

        assertThat(asMember("/parley channel"))
                .startsWith("**Rules of this channel**\n")
                .contains("- `follow-up`: `thread` – the default\n")
                .contains(
                        "- `hour`: `10` – set for this channel by `Ada Lovelace` on"
                                + " 2026-11-21 08:09 UTC\n")
                .contains("- `keep`: `30 days` – set for this workspace by")
                .contains("`/parley channel hour reset`");
        assertThat(asMember("/parley channel").lines().filter(line -> line.startsWith("- ")))
                .hasSize(Rule.values().length);
        assertThat(asMember("/parley channel for workspace"))
                .startsWith("**Rules of this workspace**\n")
                .contains("- `hour`: `unlimited` – the default\n");
    }

    @Test
    void channel_aRuleAlone_explainsIt() {
        assertThat(asMember("/parley channel hour"))
                .isEqualTo(
                        "**hour**: Answers an hour for the whole channel.\n"
                                + "It takes a number from 1 to 10,000 or unlimited.\n"
                                + "Here it is `unlimited`: the default.");
        assertThat(asMember("/parley channel approval")).contains("for the whole workspace only");
    }

    @Test
    void channel_change_saysWhatHoldsFromNowOn() {
        assertThat(asAdmin("/parley channel hour 1,000"))
                .isEqualTo("`hour` is `1,000` for this channel from now on.");
        assertThat(asAdmin("/parley channel hour 2000 for workspace"))
                .startsWith(
                        "`hour` is `2,000` for this workspace from now on.\nHere it is `1,000`:");
        assertThat(asAdmin("/parley channel hour reset"))
                .startsWith("`hour` is taken back for this channel.\nHere it is `2,000`: set for");
        assertThat(asAdmin("/parley channel hour 2000 for workspace"))
                .startsWith("That is so already: `hour`: `2,000`");
        assertThat(asAdmin("/parley channel off")).startsWith("`answers` is `off`");
        assertThat(audit.newest(THREAD.channel().workspace(), 9))
                .extracting(entry -> entry.target() + ": " + entry.detail())
                .containsExactly(
                        "answers channel:slack/W1/C1: not set -> off",
                        "hour channel:slack/W1/C1: 1,000 -> not set",
                        "hour workspace:slack/W1: not set -> 2,000",
                        "hour channel:slack/W1/C1: not set -> 1,000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hour many           | `hour` takes a number from 1 to 10,000 or unlimited.
                    hour unlimitd       | `hour` takes a number from 1 to 10,000 or unlimited. Did you mean 'unlimited'?
                    follow-up alway     | `follow-up` takes mention, thread or always. Did you mean 'always'?
                    folow-up            | There is no rule `folow-up`. Did you mean 'follow-up'? `/parley channel` shows all.
                    who everyon         | I find no group `everyon` here. Did you mean 'everyone'? `who` takes everyone, members or the name of a group.
                    approval on         | `approval` holds for the whole workspace only: write `for workspace` behind it.
                    hour 5 for thread   | Rules hold for a channel or for the whole workspace: write `for workspace`, or nothing for this channel.
                    """)
    void channel_whatItDoesNotTake_saysWhatItDoes(String words, String answer) {
        assertThat(asAdmin("/parley channel " + words)).isEqualTo(answer);
        assertThat(audit.newest(THREAD.channel().workspace(), 9)).isEmpty();
    }

    @Test
    void channel_whoAGroup_keepsItsIdAndShowsItsName() {
        assertThat(asAdmin("/parley channel who On-Call Heroes for workspace"))
                .isEqualTo("`who` is `On-Call Heroes` for this workspace from now on.");
        assertThat(rules.of(THREAD.channel()).value(Rule.WHO))
                .isEqualTo("group:G-On-Call-Heroes On-Call Heroes");
    }

    @Test
    void channel_modelInItsSpelling_isKeptAndAnUnknownPriceIsTold() {
        assertThat(asAdmin("/parley channel model Qwen/Qwen3"))
                .endsWith(
                        "\nI know no price of this model, so it answers in the place of every other"
                                + " one.");
        assertThat(rules.of(THREAD.channel()).ceiling()).contains(new ModelId("Qwen/Qwen3"));
        assertThat(asAdmin("/parley channel model claude-haiku-5-5")).endsWith("from now on.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel",
                "channel for workspace",
                "channel hour",
                "channel hour 10",
                "channel off",
                "channel who on-call heroes for workspace",
                "why",
                "about",
                "about T-7KQ2M9XA"
            })
    void understands_commands_takesThem(String words) {
        assertThat(commands.understands(THREAD.channel().workspace(), words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel surfing is fun",
                "channel capacity",
                "why does this test fail?",
                "why?",
                "about the release",
                "about yesterday"
            })
    void understands_questions_leavesThem(String words) {
        assertThat(commands.understands(THREAD.channel().workspace(), words)).isFalse();
    }

    private static AnswerFacts facts(ThreadId thread, ModelReason why, int version) {
        return facts(thread, why, version, "req_1");
    }

    private static AnswerFacts facts(
            ThreadId thread, ModelReason why, int version, String request) {
        return new AnswerFacts(
                T1,
                thread,
                ADA,
                NOW,
                Optional.of(
                        new AnswerFacts.Finished(
                                "cut short",
                                new PersonaId("engineer"),
                                version,
                                "abc123",
                                new ModelId("claude-opus-5-5"),
                                Optional.of(why),
                                Optional.of("max_tokens"),
                                new Usage(1_000, 20, 30, 40),
                                true,
                                Optional.empty(),
                                request,
                                Optional.empty(),
                                NOW,
                                NOW.plusMillis(3_450))));
    }

    @Test
    void about_aModelThatGivesRequestsNoIds_isNamedAllTheSame() {
        answers.put(T1, facts(THREAD, ModelReason.PERSONA, 7, ""));

        assertThat(asMember("/parley about"))
                .contains("- model: `claude-opus-5-5`", "- took: 3.5 s")
                .doesNotContain("request:");
    }

    @Test
    void about_aReferenceOfThisChannel_tellsAllOfIt() {
        answers.put(T1, facts(THREAD, ModelReason.FALLBACK, 7));

        assertThat(asMember("/parley about t-7kq2m9xa"))
                .isEqualTo(
                        """
                        **T-7KQ2M9XA** – cut short; asked by `Ada Lovelace` on 2026-11-21 08:09 UTC
                        - persona: **engineer**, version 7 (`abc123`)
                        - model: `claude-opus-5-5`, the persona's fallback, because the one before it \
                        failed
                        - the model ended with: `max_tokens`
                        - tokens: 1,070 in (40 read from the cache, 30 written to it), about 20 out
                        - cost: the price is not known
                        - took: 3.5 s
                        - request: `req_1`\
                        """);
        assertThat(asMember("/parley about")).startsWith("**T-7KQ2M9XA**");
    }

    @Test
    void about_aReferenceOfAnotherChannel_isNotTold() {
        answers.put(T1, facts(ThreadId.parse("slack/W1/C2/1"), ModelReason.PERSONA, 7));

        assertThat(asMember("/parley about T-7KQ2M9XA"))
                .isEqualTo(
                        "I know no answer `t-7kq2m9xa` in this channel. `/parley about` tells of the"
                                + " newest one.");
        assertThat(asMember("/parley about everything"))
                .startsWith("I know no answer `everything` in this channel.");
    }

    @Test
    void about_noneYet_saysSo() {
        assertThat(asMember("/parley about")).isEqualTo("There is no answer of mine here yet.");
    }

    private static Inbound message() {
        return new Inbound.ThreadReply(
                new EventId("e1"), THREAD, ADA, NOW, new MessageId("m1"), "secret", List.of());
    }

    @Test
    void why_nothingSeen_tellsOfTheNewestAnswerOrHowToAsk() {
        assertThat(asMember("/parley why")).isEqualTo(FateWords.NOTHING);

        answers.put(T1, facts(THREAD, ModelReason.PERSONA, 7));
        assertThat(asMember("/parley why"))
                .isEqualTo(
                        "I have seen no message here since I was started. The newest answer is"
                                + " T-7KQ2M9XA, cut short by **engineer**, version 7 on 2026-11-21"
                                + " 08:09 UTC.");
    }

    @Test
    void why_queued_tellsThePlace() {
        fates.accepted(message(), new Fate.Queued());
        assertThat(asMember("/parley why")).endsWith("** is about to be answered.");

        queue.put(THREAD, 3);
        assertThat(asMember("/parley why"))
                .isEqualTo(
                        "**The message of `Ada Lovelace` at 08:09 UTC** waits for its turn, as"
                                + " number 3 in the queue.");
    }

    @Test
    void why_answered_tellsByWhat() {
        answers.put(T1, facts(THREAD, ModelReason.CEILING, 7));
        fates.accepted(message(), new Fate.Queued());
        fates.turn(List.of(message()), new Fate.Answered(T1));

        assertThat(asMember("/parley why"))
                .endsWith(
                        "was taken by **engineer**, version 7 with `claude-opus-5-5`, because the"
                                + " rule `model` allows none that costs more, and is cut short."
                                + " `/parley about T-7KQ2M9XA` tells more.");
    }

    @Test
    void why_inAThreadWithoutTheBot_saysHowToBringItIn() {
        fates.passedOver(message(), new Fate.Ignored(Fate.Why.NO_PART));

        assertThat(
                        commands.run(
                                        new Command(
                                                THREAD.channel(),
                                                Optional.of(THREAD),
                                                ADA,
                                                Standing.GUEST,
                                                "why"))
                                .text())
                .endsWith(
                        "was passed over: I take no part in that thread. Mention me there to ask.");
    }

    @Test
    void channel_whereThePlatformHasNoGroups_saysSo() {
        var other = commands(Map.of());
        assertThat(
                        other.run(
                                        new Command(
                                                THREAD.channel(),
                                                Optional.empty(),
                                                ADA,
                                                Standing.ADMIN,
                                                "channel who heroes"))
                                .text())
                .startsWith("I find no group `heroes` here.");
    }
}
