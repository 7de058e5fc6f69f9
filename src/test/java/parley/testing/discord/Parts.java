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
    final Gateway gateway;
    final InteractionDoor interactions;
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
        app = new AppRoutes(world, directs, this::start);
        interactions =
                new InteractionDoor(
                        world,
                        told,
                        guild -> guild == 0 ? commands.global() : commands.guild(guild));
        offer(new Lookup(world), threads);
        gateway = Gateway.open(world);
        world.gateway(gateway.dispatches());
        rest = new RestDoor(world, router, gateway::sessions);
        door = HttpDoor.open(0, this::answer);
        world.url(door.url());
    }

    private void offer(Lookup lookup, Threads threads) {
        new MessageRoutes(world, lookup, told).offer(router);
        new ThreadRoutes(world, lookup, told.rights(), threads).offer(router);
        new ChannelRoutes(world, lookup, told.rights(), threads).offer(router);
        new FileRoutes(told.cdn()).offer(router);
        new GuildRoutes(world, lookup, told.rights()).offer(router);
        app.offer(router);
        commands.offer(router);
        interactions.offer(router);
    }

    private AppRoutes.Start start() {
        return new AppRoutes.Start(gateway.address(), gateway.startsLeft());
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
        gateway.close();
        door.close();
    }
}
