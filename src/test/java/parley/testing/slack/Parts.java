package parley.testing.slack;

/** All that a fake Slack is made of, put together. */
final class Parts {
    final Workspace workspace;
    final SocketDoor sockets;
    final Events events;
    final Crowd crowd;
    final Interactions interactions;
    final GroupMethods groups;
    final StreamRules streams;
    final Screen screen;
    final WebApi api;
    final InstalledApp app;
    private final SocketListener listener;
    private final WebServer web;

    Parts(SlackClock clock) {
        workspace = new Workspace(Identity.fresh(), clock);
        sockets = new SocketDoor(workspace);
        listener = SocketListener.open(sockets);
        events = new Events(workspace, sockets.deliveries());
        crowd = new Crowd(workspace, events);
        Notifications notifications = new Notifications(workspace);
        ResponseUrls responses = new ResponseUrls(workspace, events, notifications);
        interactions = new Interactions(workspace, sockets.deliveries(), responses);
        sockets.deliveries().onAnswer(interactions::answered);
        groups = new GroupMethods(workspace);
        streams = new StreamRules(workspace.clock);
        screen = new Screen(workspace, streams);
        api = new WebApi(workspace);
        app = new InstalledApp(workspace, events, api.tokens(), sockets);
        FileMethods files = new FileMethods(workspace, events);
        offer(notifications, files);
        web = WebServer.open(workspace, api, responses, files);
    }

    private void offer(Notifications notifications, FileMethods files) {
        api.add(new ChatMethods(workspace, events, notifications).methods());
        api.add(new StreamMethods(workspace, events, notifications, streams).methods());
        api.add(new AssistantMethods(workspace).methods());
        api.add(new ConversationMethods(workspace, api).methods());
        api.add(new PeopleMethods(workspace, this::socketAddress).methods());
        api.add(new ViewMethods(workspace).methods());
        api.add(new ManifestMethods(workspace).methods());
        api.add(groups.methods());
        api.add(files.methods());
    }

    private String socketAddress() {
        return listener.address(workspace.ids.uuid(), workspace.me.appId());
    }

    void close() {
        sockets.deliveries().close();
        app.close();
        web.close();
        listener.shut();
    }
}
