package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Membership;
import parley.chat.UserId;
import parley.testing.RecordedLog;
import parley.testing.slack.Fault;

final class SlackGroupsTest {
    private static final UserId ADA = new UserId("U0ADA00001");
    private static final UserId BOB = new UserId("U0BOB00001");

    private final PeopleRig rig = new PeopleRig();

    @BeforeEach
    void groups() {
        rig.slack
                .addUserGroup("S0OPS00001", "Ops-Team", "U0ADA00001")
                .addUserGroup("S0ALL00001", "all");
    }

    @AfterEach
    void close() {
        assertThat(rig.slack.violations()).isEmpty();
        rig.close();
    }

    @Test
    void holds_members_isAskedOnceAMinute() {
        assertThat(rig.groups.holds("S0OPS00001", ADA)).isTrue();
        assertThat(rig.groups.holds("S0OPS00001", BOB)).isFalse();
        assertThat(rig.calls("usergroups.users.list")).isEqualTo(1);

        rig.ticker.advance(Duration.ofSeconds(61));
        rig.groups.holds("S0OPS00001", ADA);
        assertThat(rig.calls("usergroups.users.list")).isEqualTo(2);
    }

    @Test
    void holds_unknownGroup_isFalseAndSaidOnce() {
        try (RecordedLog log = RecordedLog.of(SlackGroups.class)) {
            assertThat(rig.groups.holds("S0NONE0001", ADA)).isFalse();
            rig.ticker.advance(Duration.ofMinutes(2));
            assertThat(rig.groups.holds("S0NONE0001", ADA)).isFalse();

            assertThat(log.lines()).singleElement().asString().contains("no_such_subteam");
        }
        assertThat(rig.calls("usergroups.users.list")).isEqualTo(2);
    }

    @Test
    void holds_withoutTheScope_isFalse() {
        rig.slack.app().withoutScopes("usergroups:read");

        assertThat(rig.groups.holds("S0OPS00001", ADA)).isFalse();
        assertThat(rig.groups.named("ops-team")).isEmpty();
    }

    @Test
    void holds_whileSlackIsInTrouble_isFalseAndSoonAskedAgain() {
        rig.slack.faults().next("usergroups.users.list", new Fault.Status(503));

        assertThat(rig.groups.holds("S0OPS00001", ADA)).isFalse();
        rig.ticker.advance(Duration.ofSeconds(6));
        assertThat(rig.groups.holds("S0OPS00001", ADA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!subteam^S0OPS00001|@ops-team>",
                "<!subteam^S0OPS00001|@all>",
                "<!subteam^S0OPS00001>",
                "@ops-team",
                " OPS-Team ",
                "S0OPS00001"
            })
    void named_inAnyOfItsForms_isTheGroup(String words) {
        assertThat(rig.groups.named(words))
                .isEqualTo(Optional.of(new Membership.Group("S0OPS00001", "@ops-team")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ops", "<!subteam^S0NONE0001|@ops-team>", "<@U0ADA00001>", "two words"})
    void named_anythingElse_isNone(String words) {
        assertThat(rig.groups.named(words)).isEmpty();
    }
}
