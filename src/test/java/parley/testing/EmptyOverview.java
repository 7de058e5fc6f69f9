package parley.testing;

import java.util.List;
import parley.chat.ChannelId;
import parley.chat.Overview;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** Knows one persona and no threads. */
public final class EmptyOverview implements Overview {
    @Override
    public List<Card> personas(WorkspaceId workspace) {
        return List.of(persona("default"), persona("engineer"));
    }

    @Override
    public Card persona(ChannelId channel) {
        return persona("default");
    }

    private static Card persona(String name) {
        return new Card(name, "Answers questions.", List.of(new Prompt("Greet me", "Say hello.")));
    }

    @Override
    public List<Recent> recent(WorkspaceId workspace, UserId person, int most) {
        return List.of();
    }
}
