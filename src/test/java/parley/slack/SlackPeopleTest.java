package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Author;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.testing.slack.Fault;
import parley.testing.slack.Person.Trait;

final class SlackPeopleTest {
    private static final UserId ADA = new UserId("U0ADA00001");
    private static final UserId BOB = new UserId("U0BOB00001");
    private static final UserId CAROL = new UserId("W0CAROL001");
    private static final UserId NOBODY = new UserId("U0NOBODY01");

    private final PeopleRig rig = new PeopleRig();
    private final SlackPeople people = rig.people;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void author_askedTwice_asksSlackOnce() {
        assertThat(people.author(ADA)).isEqualTo(new Author(ADA, "Ada"));
        assertThat(people.author(ADA)).isEqualTo(new Author(ADA, "Ada"));

        assertThat(rig.calls("users.info")).isEqualTo(1);
    }

    @Test
    void author_afterTenMinutes_isAskedAgain() {
        people.author(ADA);
        rig.ticker.advance(Duration.ofMinutes(10).plusNanos(1));
        people.author(ADA);

        assertThat(rig.calls("users.info")).isEqualTo(2);
    }

    @Test
    void author_unknownToSlack_isTheIdAndNotAskedAgainAtOnce() {
        assertThat(people.author(NOBODY)).isEqualTo(new Author(NOBODY, "U0NOBODY01"));
        assertThat(people.author(NOBODY).name()).isEqualTo("U0NOBODY01");
        assertThat(rig.calls("users.info")).isEqualTo(1);

        rig.ticker.advance(Duration.ofMinutes(1).plusNanos(1));
        people.author(NOBODY);
        assertThat(rig.calls("users.info")).isEqualTo(2);
    }

    @Test
    void author_whileSlackAsksForAPause_isTheIdUntilItIsOver() {
        rig.slack.faults().next("users.info", new Fault.RateLimited(30));

        assertThat(people.author(ADA).name()).isEqualTo("U0ADA00001");
        rig.ticker.advance(Duration.ofSeconds(29));
        assertThat(people.author(ADA).name()).isEqualTo("U0ADA00001");
        assertThat(rig.calls("users.info")).isEqualTo(1);

        rig.ticker.advance(Duration.ofSeconds(2));
        assertThat(people.author(ADA).name()).isEqualTo("Ada");
    }

    @Test
    void isAdmin_ofAdmin_isTrueForAMinuteAtMost() {
        assertThat(people.standing(BOB)).isEqualTo(Standing.ADMIN);
        rig.slack.addUser("U0BOB00001", "Bob");
        rig.ticker.advance(Duration.ofSeconds(59));
        assertThat(people.standing(BOB)).isEqualTo(Standing.ADMIN);

        rig.ticker.advance(Duration.ofSeconds(2));
        assertThat(people.standing(BOB)).isNotEqualTo(Standing.ADMIN);
    }

    @Test
    void isAdmin_ofWhomANameWasKnown_isAskedAfresh() {
        people.author(BOB);
        rig.ticker.advance(Duration.ofMinutes(9));
        rig.slack.addUser("U0BOB00001", "Bob");

        assertThat(people.standing(BOB)).isNotEqualTo(Standing.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OWNER", "PRIMARY_OWNER"})
    void isAdmin_ofWhoeverAdministers_isTrue(Trait trait) {
        rig.slack.addUser("U0DORA0001", "Dora", trait);

        assertThat(people.standing(new UserId("U0DORA0001"))).isEqualTo(Standing.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"GUEST", "SINGLE_CHANNEL_GUEST", "BOT", "OTHER_TEAM", "DEACTIVATED"})
    void isAdmin_ofGuestsProgramsAndStrangers_isFalseWhateverElseTheyAre(Trait trait) {
        rig.slack.addUser("U0DORA0001", "Dora", Trait.OWNER, Trait.ADMIN, trait);

        assertThat(people.standing(new UserId("U0DORA0001"))).isNotEqualTo(Standing.ADMIN);
    }

    @Test
    void isAdmin_ofOrdinaryOrUnknown_isFalse() {
        assertThat(people.standing(ADA)).isNotEqualTo(Standing.ADMIN);
        assertThat(people.standing(NOBODY)).isNotEqualTo(Standing.ADMIN);
    }

    @Test
    void standing_ofPeople_isTheirsInTheWorkspace() {
        rig.slack.addUser("U0DORA0001", "Dora", Trait.GUEST);
        rig.slack.addUser("U0EMIL0001", "Emil", Trait.INVITED);
        rig.slack.addUser("U0FAYE0001", "Faye", Trait.OTHER_WORKSPACE, Trait.OWNER);

        assertThat(people.standing(ADA)).isEqualTo(Standing.MEMBER);
        assertThat(people.standing(new UserId("U0DORA0001"))).isEqualTo(Standing.GUEST);
        assertThat(people.standing(new UserId("U0EMIL0001"))).isEqualTo(Standing.GUEST);
        assertThat(people.standing(new UserId("U0FAYE0001"))).isEqualTo(Standing.OUTSIDER);
        assertThat(people.standing(CAROL)).isEqualTo(Standing.OUTSIDER);
        assertThat(people.standing(NOBODY)).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void standing_whileSlackCannotSay_isNoneTold() {
        rig.slack.faults().next("users.info", new Fault.Status(503));

        assertThat(people.toldStanding(ADA)).isEmpty();
        assertThat(people.standing(ADA)).isEqualTo(Standing.GUEST);
    }

    @Test
    void standing_namedInTheSettings_isAdmin() {
        rig.slack.addUser("U0NAMED001", "Nina").addUserGroup("S0ADMINS01", "admins", "U0ADA00001");

        assertThat(people.standing(new UserId("U0NAMED001"))).isEqualTo(Standing.ADMIN);
        assertThat(people.standing(ADA)).isEqualTo(Standing.ADMIN);
    }

    @Test
    void standing_outOfTheNamedGroup_isMemberWithinAMinute() {
        rig.slack.addUserGroup("S0ADMINS01", "admins", "U0ADA00001");
        assertThat(people.standing(ADA)).isEqualTo(Standing.ADMIN);

        rig.slack.addUserGroup("S0ADMINS01", "admins");
        rig.ticker.advance(Duration.ofSeconds(59));
        assertThat(people.standing(ADA)).isEqualTo(Standing.ADMIN);
        rig.ticker.advance(Duration.ofSeconds(2));
        assertThat(people.standing(ADA)).isEqualTo(Standing.MEMBER);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "GUEST",
                "SINGLE_CHANNEL_GUEST",
                "INVITED",
                "BOT",
                "OTHER_TEAM",
                "OTHER_WORKSPACE",
                "DEACTIVATED"
            })
    void standing_namedButNoMember_isNeverAdmin(Trait trait) {
        rig.slack
                .addUser("U0NAMED001", "Nina", trait)
                .addUser("U0DORA0001", "Dora", trait)
                .addUserGroup("S0ADMINS01", "admins", "U0DORA0001");

        assertThat(people.standing(new UserId("U0NAMED001"))).isNotEqualTo(Standing.ADMIN);
        assertThat(people.standing(new UserId("U0DORA0001"))).isNotEqualTo(Standing.ADMIN);
        assertThat(rig.calls("usergroups.users.list")).isZero();
    }

    @Test
    void author_whoseStandingWasAsked_costsNoFurtherCall() {
        people.standing(ADA);

        assertThat(people.author(ADA).name()).isEqualTo("Ada");
        assertThat(rig.calls("users.info")).isEqualTo(1);
    }

    @Test
    void isAdmin_whileSlackIsInTrouble_isFalseAndSoonAskedAgain() {
        rig.slack.faults().next("users.info", new Fault.Status(503));

        assertThat(people.standing(BOB)).isNotEqualTo(Standing.ADMIN);
        rig.ticker.advance(Duration.ofSeconds(6));
        assertThat(people.standing(BOB)).isEqualTo(Standing.ADMIN);
    }

    @Test
    void teamOf_people_isTheirsElseOurs() {
        assertThat(people.teamOf(ADA)).isEqualTo(rig.home);
        assertThat(people.teamOf(CAROL).value()).isEqualTo("T0OTHER001");
        assertThat(people.teamOf(NOBODY)).isEqualTo(rig.home);
    }

    @Test
    void teamOf_whomAnEventShowed_asksNobody() {
        people.met(CAROL, "T0OTHER002");
        people.met(ADA, "");

        assertThat(people.teamOf(CAROL).value()).isEqualTo("T0OTHER002");
        assertThat(rig.calls("users.info")).isZero();
    }

    @Test
    void known_names_areThoseAskedForBefore() {
        Names known = people.known();
        assertThat(known.person("U0ADA00001")).isEmpty();
        assertThat(known.channel("C0GENERAL1")).isEmpty();
        assertThat(rig.slack.calls()).isEmpty();

        Names asking = people.asking(10);
        assertThat(asking.person("U0ADA00001")).contains("Ada");
        assertThat(asking.channel("C0GENERAL1")).contains("general");
        assertThat(known.person("U0ADA00001")).contains("Ada");
        assertThat(known.channel("C0GENERAL1")).contains("general");
    }

    @Test
    void asking_beyondItsMost_knowsOnlyWhatIsKnown() {
        people.author(BOB);
        Names asking = people.asking(1);

        assertThat(asking.person("U0ADA00001")).contains("Ada");
        assertThat(asking.person("W0CAROL001")).isEmpty();
        assertThat(asking.person("U0BOB00001")).contains("Bob");
    }

    @Test
    void channel_ofDirectMessages_hasNoName() {
        assertThat(people.asking(5).channel(rig.slack.imOf("U0ADA00001"))).isEmpty();
        assertThat(people.asking(5).channel("C0NOWHERE1")).isEmpty();
    }
}
