package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import parley.claude.ClaudeMessage;
import parley.claude.ClaudeRequest;
import parley.claude.ContentBlock;
import parley.claude.ModelFacts;
import parley.claude.Role;
import parley.prompt.Persona;

/**
 * Makes the request of a turn out of the persona and the history; pure. The same history gives the
 * same bytes, and a longer one begins with those of the shorter.
 */
final class RequestBuilder {
    /** The API wants a person to speak first. */
    static final String QUESTION_GONE = "[Parley: the message that this answers was deleted.]";

    private final List<ClaudeMessage> messages = new ArrayList<>();
    private final List<ContentBlock> pending = new ArrayList<>();
    private final PrefixHash hash;
    private Role pendingRole = Role.USER;

    private RequestBuilder(PrefixHash hash) {
        this.hash = hash;
    }

    /**
     * A request and the hash of everything that the model reads with it.
     *
     * @param remarks what people are told under the answer, whatever it is
     */
    record Built(ClaudeRequest request, String prefixHash, List<String> remarks) {
        Built {
            remarks = List.copyOf(remarks);
        }

        /**
         * The same without what the API may have refused. No later request begins with these
         * messages, so no thinking of their answer may be sent again: there is no hash.
         */
        Built mended() {
            return new Built(
                    request.withMessages(HistoryRepair.mend(request.messages())), "", remarks);
        }

        /** Whether anything but words goes along. */
        boolean hasFiles() {
            return request.messages().stream()
                    .flatMap(message -> message.content().stream())
                    .anyMatch(RequestBuilder::isFile);
        }

        /** Whether there is anything to answer: the newest message is a person's. */
        boolean hasQuestion() {
            return !request.messages().isEmpty()
                    && request.messages().getLast().role() == Role.USER;
        }
    }

    /**
     * @param system the system prompt in full
     * @param share of the model's room that the history may take, above 0 and up to 1: smaller when
     *     the estimate turned out too low
     */
    static Built build(
            Persona persona, String system, ModelFacts facts, Conversation history, double share) {
        long maxTokens = Math.min(persona.maxTokens(), facts.maxOutputTokens());
        double systemTokens = system.length() / facts.charactersPerToken();
        double room = Math.max(1, facts.contextTokens() - maxTokens - systemTokens) * 0.95 * share;
        HistoryWindow window = HistoryWindow.fit(history.turns(), room, facts.charactersPerToken());
        var builder = new RequestBuilder(new PrefixHash(facts.model().value(), system));
        builder.addAll(window);
        return new Built(
                new ClaudeRequest(
                        facts.model(),
                        maxTokens,
                        system,
                        builder.messages,
                        persona.effort(),
                        persona.temperature(),
                        persona.stopSequences()),
                builder.hash.soFar(),
                history.remarks());
    }

    private static boolean isFile(ContentBlock block) {
        return block instanceof ContentBlock.Image || block instanceof ContentBlock.Document;
    }

    private void addAll(HistoryWindow window) {
        boolean tell = window.omitted() > 0;
        if (tell && !window.begun()) {
            add(Role.USER, new ContentBlock.Text(omission(window.omitted())));
            tell = false;
        }
        for (Turn turn : window.turns()) {
            switch (turn) {
                case Turn.UserTurn user -> add(user);
                case Turn.AssistantTurn assistant -> add(assistant);
            }
            if (tell) {
                add(Role.USER, new ContentBlock.Text(omission(window.omitted())));
            }
            tell = false;
        }
        flush();
    }

    private static String omission(int turns) {
        return "[Parley: "
                + turns
                + " earlier messages of this thread were left out here because they no longer fit.]";
    }

    /** The words come first; what follows them is stored as it is sent. */
    private void add(Turn.UserTurn turn) {
        boolean words = true;
        for (ContentBlock block : turn.content()) {
            add(
                    Role.USER,
                    words && block instanceof ContentBlock.Text text
                            ? new ContentBlock.Text(
                                    Speech.wrap(turn.author(), turn.at(), text.text()))
                            : block);
            words = false;
        }
    }

    /** Thinking goes along only where the model reads before it exactly what it read then. */
    private void add(Turn.AssistantTurn turn) {
        if (turn.content().stream().noneMatch(RequestBuilder::saysSomething)) {
            return;
        }
        if (messages.isEmpty() && pending.isEmpty()) {
            add(Role.USER, new ContentBlock.Text(QUESTION_GONE));
        }
        boolean samePrefix = hash.soFar().equals(turn.prefixHash());
        for (ContentBlock block : turn.content()) {
            if (block.isThinking() ? samePrefix : saysSomething(block)) {
                add(Role.ASSISTANT, block);
            }
        }
    }

    /**
     * The API refuses empty text, a message of thinking alone, and a use of a tool without its
     * result, which is all that there can be while no tool is offered.
     */
    private static boolean saysSomething(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text text -> !text.text().isBlank();
            case ContentBlock.Thinking _, ContentBlock.RedactedThinking _ -> false;
            case ContentBlock.ToolUse _ -> false;
            case ContentBlock.Image _, ContentBlock.Document _, ContentBlock.ToolResult _ -> true;
        };
    }

    private void add(Role role, ContentBlock block) {
        if (role != pendingRole) {
            flush();
            pendingRole = role;
        }
        pending.add(block);
        hash.add(role, block);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            messages.add(new ClaudeMessage(pendingRole, pending));
            pending.clear();
        }
    }
}
