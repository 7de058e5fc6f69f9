package parley.slack;

import com.slack.api.model.User;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.adapter.OneLine;
import parley.chat.Standing;
import parley.chat.WorkspaceId;

/**
 * A person as {@code users.info} tells.
 *
 * @param name as Slack shows it, on one line
 * @param team to which the person belongs; empty when Slack does not say
 * @param standing to the bot's workspace, by what Slack says alone
 * @param program whether it is no person at all
 */
record SlackPerson(String name, String team, Standing standing, boolean program) {

    static SlackPerson of(User user, WorkspaceId workspace) {
        boolean program = user.isBot() || user.isWorkflowBot() || user.isConnectorBot();
        return new SlackPerson(
                name(user),
                Optional.ofNullable(user.getTeamId()).orElse(""),
                standing(user, workspace.value(), program),
                program);
    }

    /** Whom Slack does not know in the workspace. */
    static SlackPerson stranger(String id) {
        return new SlackPerson(id, "", Standing.OUTSIDER, false);
    }

    /** Guests, programs and strangers administer nothing, whoever names them. */
    boolean mayAdminister() {
        return !program && (standing == Standing.ADMIN || standing == Standing.MEMBER);
    }

    private static Standing standing(User user, String workspace, boolean program) {
        if (!belongs(user, workspace) || user.isStranger() || user.isDeleted()) {
            return Standing.OUTSIDER;
        }
        if (user.isRestricted() || user.isUltraRestricted() || user.isInvitedUser()) {
            return Standing.GUEST;
        }
        boolean admin = user.isAdmin() || user.isOwner() || user.isPrimaryOwner();
        return admin && !program ? Standing.ADMIN : Standing.MEMBER;
    }

    private static String name(User user) {
        User.Profile profile = user.getProfile();
        Stream<@Nullable String> names =
                profile == null
                        ? Stream.of(user.getRealName(), user.getName())
                        : Stream.of(
                                profile.getDisplayName(),
                                profile.getRealName(),
                                user.getRealName(),
                                user.getName());
        return names.filter(Objects::nonNull)
                .map(OneLine::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(user.getId());
    }

    /** In an organisation of several workspaces, people belong to some of them. */
    private static boolean belongs(User user, String workspace) {
        boolean inOrganisation =
                user.getEnterpriseUser() != null
                        && BlockText.each(user.getEnterpriseUser().getTeams())
                                .anyMatch(workspace::equals);
        return workspace.equals(user.getTeamId()) || inOrganisation;
    }
}
