package parley.testing.discord;

import parley.testing.HttpAnswer;
import parley.testing.HttpDoor;
import parley.testing.HttpRequest;

/** All that a fake Discord is made of, put together. */
final class Parts {
    final World world;
    final Router router = new Router();
    final RestDoor rest;
    private final HttpDoor door;

    Parts(DiscordClock clock) {
        world = new World(clock);
        rest = new RestDoor(world, router);
        door = HttpDoor.open(0, this::answer);
        world.url(door.url());
    }

    private HttpAnswer answer(HttpRequest request) {
        if (request.path().startsWith(RestDoor.PATH)) {
            return rest.answer(request);
        }
        return HttpAnswer.text(404, "text/plain", "not found");
    }

    void close() {
        door.close();
    }
}
