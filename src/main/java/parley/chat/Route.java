package parley.chat;

import java.util.List;

/**
 * One way for a {@link Write} to go, and the budgets that it then counts against, each of them.
 *
 * @param name of the platform's call, such as {@code chat.update}
 */
public record Route(String name, List<RateScope> scopes) {
    public Route {
        scopes = List.copyOf(scopes);
    }
}
