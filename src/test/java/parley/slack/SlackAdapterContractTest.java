package parley.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.ThreadId;
import parley.contract.ChatAdapterContract;

/** The contract where Slack has streams. */
final class SlackAdapterContractTest extends ChatAdapterContract {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.assertLawful();
        rig.close();
    }

    @Override
    protected ChatAdapter adapter() {
        return rig.adapter();
    }

    @Override
    protected ThreadId aThread() {
        return rig.thread;
    }

    /** Slack draws a Stop of its own beside a stream. */
    @Override
    protected List<Button> whileGrowing(List<Button> buttons) {
        return List.of();
    }

    @Override
    protected List<Shown> shown(ThreadId thread) {
        return shown(rig);
    }

    static List<Shown> shown(WriterRig rig) {
        return rig.answers().stream()
                .map(message ->
                        new Shown(
                                message.text().replace(String.valueOf(Inert.JOINER), ""),
                                small(message, SlackBlocks.NOTE),
                                small(message, SlackBlocks.FOOTER),
                                buttons(message)))
                .toList();
    }

    private static Optional<String> small(parley.testing.slack.Shown message, String id) {
        for (JsonNode block : message.blocks()) {
            if (block.path("block_id").asText().equals(id)) {
                return Optional.of(block.path("elements").path(0).path("text").asText());
            }
        }
        return Optional.empty();
    }

    private static List<Button> buttons(parley.testing.slack.Shown message) {
        return message.buttons().stream()
                .map(button ->
                        SlackButtons.pressed(button.actionId(), button.value())
                                .orElseThrow()
                                .button())
                .toList();
    }
}
