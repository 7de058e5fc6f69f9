package parley.slack;

import com.slack.api.model.User;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.adapter.OneLine;
import parley.chat.WorkspaceId;

/**
 * A person as {@code users.info} tells.
 *
 * @param name as Slack shows it, on one line
 * @param team to which the person belongs; empty when Slack does not say
 * @param admin whether the person administers the bot's workspace
 */
record SlackPerson(String name, String team, boolean admin) {

    static SlackPerson of(User user, WorkspaceId workspace) {
        return new SlackPerson(
                name(user),
                Optional.ofNullable(user.getTeamId()).orElse(""),
                administers(user) && belongs(user, workspace.value()));
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

    /** Guests, programs and strangers administer nothing, whatever else is said of them. */
    private static boolean administers(User user) {
        boolean admin = user.isAdmin() || user.isOwner() || user.isPrimaryOwner();
        boolean guest = user.isRestricted() || user.isUltraRestricted() || user.isInvitedUser();
        boolean program = user.isBot() || user.isWorkflowBot() || user.isConnectorBot();
        return admin && !guest && !program && !user.isStranger() && !user.isDeleted();
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
