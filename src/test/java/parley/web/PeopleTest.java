package parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Membership.Group;
import parley.chat.Platform;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

final class PeopleTest {
    private static final ChannelId GENERAL = Room.find("general").orElseThrow().channel();
    private static final ChannelId ELSEWHERE =
            new ChannelId(new WorkspaceId(Platform.SLACK, "T1"), "general");

    private final People people = new People(new EventHub("run"));

    private static Person person(String id) {
        return Person.find(id).orElseThrow();
    }

    @Test
    void switchAdmin_member_isOneUntilSwitchedBack() {
        assertThat(people.switchAdmin(person("grace"), true).standing()).isEqualTo("admin");
        assertThat(people.standing(GENERAL, new UserId("grace"))).contains(Standing.ADMIN);
        assertThat(people.switchAdmin(person("grace"), false).standing()).isEqualTo("member");
        assertThat(people.standing(GENERAL, new UserId("grace"))).contains(Standing.MEMBER);
    }

    @Test
    void switchAdmin_firstAdmin_canGoBack() {
        assertThat(people.standing(person("ada"))).isEqualTo(Standing.ADMIN);
        people.switchAdmin(person("ada"), false);

        assertThat(people.standing(person("ada"))).isEqualTo(Standing.MEMBER);
    }

    @Test
    void switchAdmin_guestOrOutsider_isRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.switchAdmin(person("emmy"), true))
                .withMessage("Emmy Noether is a guest: guests are never admins.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> people.switchAdmin(person("alan"), true))
                .withMessageContaining("belongs to Bletchley Park, another workspace");
        assertThat(people.standing(person("emmy"))).isEqualTo(Standing.GUEST);
        assertThat(people.standing(person("alan"))).isEqualTo(Standing.OUTSIDER);
    }

    @Test
    void standing_ofWhoIsUnknown_isNone() {
        assertThat(people.standing(GENERAL, new UserId("eve"))).isEmpty();
        assertThat(people.standing(ELSEWHERE, new UserId("ada"))).isEmpty();
    }

    @Test
    void group_isFoundByName_andHoldsItsPeople() {
        assertThat(people.group(GENERAL, " @Crew ")).contains(new Group("crew", "crew"));
        assertThat(people.group(GENERAL, "crowd")).isEmpty();
        assertThat(people.group(ELSEWHERE, "crew")).isEmpty();
        assertThat(people.belongs(GENERAL, new UserId("grace"), "crew")).isTrue();
        assertThat(people.belongs(GENERAL, new UserId("mary"), "crew")).isFalse();
        assertThat(people.belongs(ELSEWHERE, new UserId("grace"), "crew")).isFalse();
    }
}
