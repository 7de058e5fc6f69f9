package parley.conversation;

import java.util.Map;
import java.util.Optional;
import parley.chat.ChatAdapter;
import parley.chat.Platform;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.inbox.WaitingRoom;

/** Shows waiting questions their place, where the platform has a way to show it. */
public final class QueueSigns implements WaitingRoom {
    private final Map<Platform, ChatAdapter> adapters;

    public QueueSigns(Map<Platform, ChatAdapter> adapters) {
        this.adapters = Map.copyOf(adapters);
    }

    @Override
    public void waiting(ThreadId thread, int place) {
        if (adapters.get(thread.platform()) instanceof StatusIndicator indicator) {
            if (place == 0) {
                indicator.clearStatus(thread);
            } else {
                indicator.showStatus(thread, Sentences.place(place), Optional.empty());
            }
        }
    }
}
