package parley.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import parley.adapter.Errands;
import parley.chat.ChannelId;
import parley.chat.Command;
import parley.chat.Commands;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Slash commands, whatever their names: {@code /parley} takes every command behind it. Slack is
 * acknowledged at once, since asking who is an admin may take longer than it waits. Safe for use by
 * many threads.
 *
 * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">Slash
 *     commands</a>
 */
final class SlashCommands {
    private final WorkspaceId workspace;
    private final People people;
    private final Commands commands;
    private final Whisper whisper;
    private final Errands errands;

    SlashCommands(
            WorkspaceId workspace,
            People people,
            Commands commands,
            Whisper whisper,
            Errands errands) {
        this.workspace = workspace;
        this.people = people;
        this.commands = commands;
        this.whisper = whisper;
        this.errands = errands;
    }

    Response handle(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload typed = request.getPayload();
        errands.run("command", () -> answer(typed, context));
        return context.ack();
    }

    private void answer(SlashCommandPayload typed, SlashCommandContext context) {
        UserId person = new UserId(typed.getUserId());
        ChannelId channel = new ChannelId(workspace, typed.getChannelId());
        String text = Optional.ofNullable(typed.getText()).orElse("");
        var command =
                new Command(
                        channel,
                        Optional.empty(),
                        people.author(person),
                        people.standing(person),
                        typed.getCommand() + " " + text);
        whisper.answer(
                message -> context.respond(message).getCode(),
                new Whisper.Listener(channel, Optional.empty(), person),
                commands.run(command).text());
    }
}
