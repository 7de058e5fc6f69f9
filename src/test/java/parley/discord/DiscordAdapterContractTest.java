package parley.discord;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.contract.ChatAdapterContract;
import parley.testing.discord.ShownButton;
import parley.testing.discord.ShownMessage;

/** {@link DiscordOutput} beside Discord on loopback keeps the contract. */
final class DiscordAdapterContractTest extends ChatAdapterContract {
    private final WriterRig rig = new WriterRig();
    private final ChatAdapter adapter = new WritingAdapter(rig.output(), rig::closeOutput);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected ChatAdapter adapter() {
        return adapter;
    }

    @Override
    protected ThreadId aThread() {
        return rig.thread;
    }

    @Override
    protected MessageId anId() {
        return DiscordIds.message(rig.question, rig.question);
    }

    @Override
    protected List<Shown> shown(ThreadId thread) {
        return rig.answers().stream().map(DiscordAdapterContractTest::shown).toList();
    }

    private static Shown shown(ShownMessage message) {
        List<String> notes = message.notes();
        return new Shown(
                message.text(),
                notes.stream().filter(note -> !isFooter(note)).findFirst(),
                notes.stream().filter(DiscordAdapterContractTest::isFooter).findFirst(),
                message.buttons().stream().map(DiscordAdapterContractTest::button).toList());
    }

    private static boolean isFooter(String note) {
        return note.contains(" · ");
    }

    private static Button button(ShownButton button) {
        return DiscordButtons.pressed(button.customId()).orElseThrow().button();
    }
}
