package parley.contract;

import java.util.List;
import parley.chat.ChannelId;
import parley.chat.ChatAdapter;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.testing.ManualTicker;
import parley.testing.RecordingAdapter;

final class RecordingAdapterTest extends ChatAdapterContract {
    private final RecordingAdapter adapter =
            new RecordingAdapter(Platform.WEB, 4_000, List.of(), new ManualTicker());

    @Override
    protected ChatAdapter adapter() {
        return adapter;
    }

    @Override
    protected ThreadId aThread() {
        return new ThreadId(new ChannelId(new WorkspaceId(Platform.WEB, "w"), "c"), "1");
    }

    @Override
    protected List<Shown> shown(ThreadId thread) {
        return adapter.shown(thread).stream()
                .map(message ->
                        new Shown(
                                message.text(),
                                message.note(),
                                message.footer(),
                                message.buttons()))
                .toList();
    }
}
