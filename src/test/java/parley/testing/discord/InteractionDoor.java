package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.LongFunction;

/** All of interactions, put together: what people do, and how bots answer. */
final class InteractionDoor {
    final InteractionBook book = new InteractionBook();
    final Interactions people;
    private final Callbacks callbacks;
    private final FollowUps followUps;

    /**
     * @param commands those registered for a guild; for all guilds of 0
     */
    InteractionDoor(World world, Told told, LongFunction<List<JsonNode>> commands) {
        InteractionPosts posts = new InteractionPosts(world, told);
        CommandRule rule = new CommandRule(told.rights(), commands);
        people = new Interactions(world, told, rule, book);
        callbacks = new Callbacks(book, posts);
        followUps = new FollowUps(world, book, posts);
    }

    void offer(Router router) {
        callbacks.offer(router);
        followUps.offer(router);
    }
}
