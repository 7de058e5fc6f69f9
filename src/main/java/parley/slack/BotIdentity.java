package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Message;
import java.util.Optional;
import parley.chat.Platform;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Who the bot is in Slack, as {@code auth.test} tells.
 *
 * @param workspace in which the app is installed
 * @param user as which the bot writes and is mentioned
 * @param bot the id that its messages bear besides
 * @param name as the model should read it where somebody mentions the bot
 */
record BotIdentity(WorkspaceId workspace, UserId user, String bot, String name) {

    static BotIdentity of(AuthTestResponse told) {
        return new BotIdentity(
                new WorkspaceId(Platform.SLACK, told.getTeamId()),
                new UserId(told.getUserId()),
                Optional.ofNullable(told.getBotId()).orElse(""),
                Optional.ofNullable(told.getUser()).orElse("Parley"));
    }

    /** Whether the bot itself wrote it. */
    boolean wrote(Message message) {
        return user.value().equals(message.getUser())
                || (!bot.isEmpty() && bot.equals(message.getBotId()));
    }
}
