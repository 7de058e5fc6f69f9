package parley.testing.discord;

import parley.testing.HttpAnswer;
import parley.testing.HttpDoor;
import parley.testing.HttpRequest;

/** All that a fake Discord is made of, put together. */
final class Parts {
    final World world;
    final Router router = new Router();
    final RestDoor rest;
    final Told told;
    final Landscape landscape;
    final Crowd crowd;
    final Screen screen;
    final Directs directs;
    final CommandRoutes commands;
    final AppRoutes app;
    private final HttpDoor door;

    Parts(DiscordClock clock) {
        world = new World(clock);
        told = Told.of(world);
        Threads threads = new Threads(world, told.posts());
        landscape = new Landscape(world, told.rights());
        crowd = new Crowd(world, told, threads);
        screen = new Screen(world);
        directs = new Directs(world);
        commands = new CommandRoutes(world);
        app = new AppRoutes(world, directs, () -> new AppRoutes.Start("ws://127.0.0.1:1", 1_000));
        offer(new Lookup(world), threads);
        rest = new RestDoor(world, router);
        door = HttpDoor.open(0, this::answer);
        world.url(door.url());
    }

    private void offer(Lookup lookup, Threads threads) {
        new MessageRoutes(world, lookup, told).offer(router);
        new ThreadRoutes(world, lookup, told.rights(), threads).offer(router);
        new ChannelRoutes(world, lookup, told.rights(), threads).offer(router);
        new GuildRoutes(world, lookup, told.rights()).offer(router);
        app.offer(router);
        commands.offer(router);
    }

    private HttpAnswer answer(HttpRequest request) {
        if (request.path().startsWith(RestDoor.PATH)) {
            return rest.answer(request);
        }
        if (request.path().startsWith(Cdn.PATH)) {
            return world.watch.locked(() -> told.cdn().answer(request));
        }
        return HttpAnswer.text(404, "text/plain", "not found");
    }

    void close() {
        door.close();
    }
}
