package parley.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;

/** The playground, with its page open. */
final class SoakPlayground implements SoakPlace {
    private static final int MOST_PAGES = 10;
    private static final List<String> CHANNELS =
            List.of("general", "engineering", "writing", "incidents");

    private final List<PlaygroundClient> pages = new CopyOnWriteArrayList<>();
    private volatile PlaygroundClient client;
    private volatile String address = "";

    @Override
    public String name() {
        return "playground";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("PARLEY_PLAYGROUND", "on");
    }

    @Override
    public void open(String where) {
        address = where.endsWith("/") ? where : where + "/";
        client = load();
    }

    private PlaygroundClient load() {
        PlaygroundClient page = new PlaygroundClient(address);
        pages.add(page);
        return page;
    }

    private static String channel(int person) {
        return CHANNELS.get(person % CHANNELS.size());
    }

    @Override
    public String ask(int person, String words) {
        return channel(person) + " " + client.ask(channel(person), "ada", words);
    }

    @Override
    public void follow(int person, String thread, String words) {
        client.reply(channel(thread), root(thread), "ada", words);
    }

    private static String channel(String thread) {
        return thread.substring(0, thread.indexOf(' '));
    }

    private static String root(String thread) {
        return thread.substring(thread.indexOf(' ') + 1);
    }

    private List<Shown> newest(String thread) {
        List<Shown> all = client.thread(channel(thread), root(thread));
        int begin = all.size();
        while (begin > 0 && all.get(begin - 1).byBot()) {
            begin--;
        }
        return all.subList(begin, all.size());
    }

    @Override
    public boolean finished(String thread) {
        List<Shown> answer = newest(thread);
        return !answer.isEmpty() && answer.getLast().buttons().contains("retry");
    }

    @Override
    public String text(String thread) {
        return PlaygroundClient.text(newest(thread));
    }

    @Override
    public void retry(int person, String thread) {
        String turn = newest(thread).getLast().turn();
        client.press(channel(thread), root(thread), turn, "ada", "retry");
    }

    @Override
    public void command(int person) {
        client.command(channel(person), "ada", "/parley status");
    }

    /** The page is loaded again; what was asked by the one before goes on. */
    @Override
    public String disturb(RandomGenerator random) {
        if (pages.size() < MOST_PAGES) {
            client = load();
        }
        return "playground";
    }

    @Override
    public int wrong() {
        return 0;
    }

    @Override
    public void close() {
        pages.forEach(PlaygroundClient::close);
    }
}
