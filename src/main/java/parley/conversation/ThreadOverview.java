package parley.conversation;

import java.util.List;
import parley.chat.ChannelId;
import parley.chat.Overview;
import parley.chat.Title;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;
import parley.prompt.Personas;

/** What start pages tell: who answers where, and where a person asked last. */
public final class ThreadOverview implements Overview {
    private final Personas personas;
    private final ConversationStore store;

    public ThreadOverview(Personas personas, ConversationStore store) {
        this.personas = personas;
        this.store = store;
    }

    @Override
    public Card persona(ChannelId channel) {
        return card(personas.resolve(channel));
    }

    @Override
    public List<Card> personas(WorkspaceId workspace) {
        return personas.all(workspace).stream().map(ThreadOverview::card).toList();
    }

    private static Card card(Persona persona) {
        return new Card(persona.id().value(), persona.description(), persona.suggestedPrompts());
    }

    @Override
    public List<Recent> recent(WorkspaceId workspace, UserId person, int most) {
        return store.recent(workspace, person, most).stream()
                .map(asked -> new Recent(asked.thread(), Title.of(asked.opening()), asked.at()))
                .toList();
    }
}
