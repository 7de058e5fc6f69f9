package parley.slack;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import parley.chat.ChatAdapter;
import parley.chat.ThreadId;
import parley.contract.ChatAdapterContract;
import parley.testing.slack.Fault;

/** The contract where Slack has no streams. */
final class SlackPlainContractTest extends ChatAdapterContract {
    private final WriterRig rig = new WriterRig();

    SlackPlainContractTest() {
        rig.slack
                .faults()
                .always("chat.startStream", new Fault.Refused("channel_type_not_supported"));
    }

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

    @Override
    protected List<Shown> shown(ThreadId thread) {
        return SlackAdapterContractTest.shown(rig);
    }
}
