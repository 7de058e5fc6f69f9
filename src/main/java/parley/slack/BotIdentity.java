package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Message;
import java.util.Objects;
import parley.chat.Platform;
import parley.chat.WorkspaceId;

/**
 * Who the bot is in Slack, as {@code auth.test} says.
 *
 * @param user its user id, by which people mention it
 * @param bot its bot id, which its messages carry
 * @param name as people see it
 */
record BotIdentity(WorkspaceId workspace, String user, String bot, String name) {

    static BotIdentity of(AuthTestResponse response) {
        return new BotIdentity(
                new WorkspaceId(Platform.SLACK, response.getTeamId()),
                response.getUserId(),
                Objects.requireNonNullElse(response.getBotId(), ""),
                Objects.requireNonNullElse(response.getUser(), ""));
    }

    boolean wrote(Message message) {
        return user.equals(message.getUser()) || (!bot.isEmpty() && bot.equals(message.getBotId()));
    }
}
