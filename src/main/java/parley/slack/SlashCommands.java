package parley.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.util.List;
import java.util.Optional;
import parley.adapter.Errands;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.Form;
import parley.chat.Standing;
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
    private final FormWindows windows;
    private final Errands errands;

    SlashCommands(
            WorkspaceId workspace,
            People people,
            Commands commands,
            Whisper whisper,
            FormWindows windows,
            Errands errands) {
        this.workspace = workspace;
        this.people = people;
        this.commands = commands;
        this.whisper = whisper;
        this.windows = windows;
        this.errands = errands;
    }

    Response handle(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload typed = request.getPayload();
        if (SlackIds.valid(typed.getUserId()) && SlackIds.valid(typed.getChannelId())) {
            errands.run("command", () -> answer(typed, context));
        }
        return context.ack();
    }

    private void answer(SlashCommandPayload typed, SlashCommandContext context) {
        Command command = command(typed);
        CommandReply reply = commands.run(command);
        if (reply instanceof CommandReply.Asks(Form form)) {
            ask(form, command, context);
        } else {
            tell(
                    command,
                    context,
                    reply.text(),
                    reply instanceof CommandReply.Told told ? told.choices() : List.of());
        }
    }

    /** Names are asked for after rights, whose answer tells them as well. */
    private Command command(SlashCommandPayload typed) {
        UserId person = new UserId(typed.getUserId());
        Standing standing = people.standing(person);
        String text = Optional.ofNullable(typed.getText()).orElse("");
        return new Command(
                new ChannelId(workspace, typed.getChannelId()),
                Optional.empty(),
                people.author(person),
                standing,
                typed.getCommand() + " " + text);
    }

    private void ask(Form form, Command command, SlashCommandContext context) {
        var place = FormOrigin.of(form, command.channel(), command.thread());
        windows.open(context.getTriggerId(), form, place)
                .ifPresent(unopened ->
                        tell(
                                command,
                                context,
                                unopened.why(),
                                unopened.again() ? WindowChoice.of(command.text()) : List.of()));
    }

    private void tell(
            Command command, SlashCommandContext context, String words, List<Choice> choices) {
        whisper.answer(
                message -> context.respond(response(message)).getCode(),
                new Whisper.Listener(command.channel(), Optional.empty(), command.author().id()),
                words,
                choices);
    }

    private static SlashCommandResponse response(PrivateMessage message) {
        return SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(message.fallback())
                .blocks(message.blocks())
                .build();
    }
}
