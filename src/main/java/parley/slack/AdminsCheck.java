package parley.slack;

import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.chat.WorkspaceId;

/** Looks whether the settings name people and groups that can administer; changes nothing. */
final class AdminsCheck {
    private final SlackApi api;
    private final WorkspaceId workspace;

    AdminsCheck(SlackApi api, WorkspaceId workspace) {
        this.api = api;
        this.workspace = workspace;
    }

    /** One sentence for each id that gives nobody a right. */
    List<String> faults(SlackAdmins admins) {
        return Stream.concat(
                        admins.people().stream().sorted().flatMap(id -> person(id).stream()),
                        admins.groups().stream().sorted().flatMap(id -> group(id).stream()))
                .toList();
    }

    private Optional<String> person(String id) {
        Outcome<UsersInfoResponse> told = api.call(methods -> methods.usersInfo(r -> r.user(id)));
        if (!(told instanceof Outcome.Done<UsersInfoResponse>(var response))) {
            return Optional.of(id + " is not known here (" + why(told) + ")");
        }
        SlackPerson person = SlackPerson.of(response.getUser(), workspace);
        return person.mayAdminister()
                ? Optional.empty()
                : Optional.of(id + " is " + kind(person) + ", who never may administer");
    }

    private static String kind(SlackPerson person) {
        if (person.program()) {
            return "a program";
        }
        return switch (person.standing()) {
            case GUEST -> "a guest";
            case OUTSIDER -> "of another organisation, or gone";
            case ADMIN, MEMBER -> "a member";
        };
    }

    private Optional<String> group(String id) {
        Outcome<UsergroupsUsersListResponse> told =
                api.call(methods -> methods.usergroupsUsersList(r -> r.usergroup(id)));
        return told instanceof Outcome.Done<?>
                ? Optional.empty()
                : Optional.of(id + " is no user group that I can read (" + why(told) + ")");
    }

    private static String why(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(String error) ? error : "Slack does not say";
    }
}
