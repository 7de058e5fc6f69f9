package parley.reliability;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.testing.FakeReply;

/** The program on one ground, its questions, and the durable marks of their turns. */
final class TurnLedger implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Ground ground;
    final Model model = Model.start();
    final Surface surface;
    private final Path folder;
    private final Map<String, Exchange> asked = new LinkedHashMap<>();
    private LocalProgram program;
    private String address = "";
    private String newest = "";

    TurnLedger(Ground ground, Path folder, Map<String, String> more) {
        this.ground = ground;
        this.folder = folder;
        surface = ground.make();
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        settings.putAll(more);
        program = new LocalProgram(folder, settings);
        start();
    }

    void start() {
        address = program.start();
        surface.opened(address);
        surface.await("ready", PATIENCE, surface::ready);
    }

    /** The same with a calendar so far ahead. */
    void startLater(Duration ahead) {
        program.ahead(ahead);
        start();
    }

    void stop() {
        program.stop();
    }

    /** Asks, in the thread of an earlier question or, for an empty handle, in one of its own. */
    String ask(Exchange exchange, String thread) {
        String question = thread.isEmpty() ? surface.ask(exchange) : surface.ask(exchange, thread);
        asked.put(question, exchange);
        newest = question;
        return question;
    }

    void delete(String question) {
        ground.delete(surface, question, address);
    }

    /** Of this question nothing is expected. */
    void expectNothing(String question) {
        asked.remove(question);
    }

    /** Whatever is asked, the model begins to say that and then hangs. */
    void stall(String... text) {
        model.script(_ -> FakeReply.message().text(text).stall());
    }

    /** Whatever is asked, the model does not say a word. */
    void fallSilent() {
        model.script(_ -> FakeReply.silence().stall());
    }

    void answerWhole() {
        model.script(exchange -> Model.whole(exchange, Duration.ZERO));
    }

    void awaitText(String question) {
        surface.await(
                "some text",
                PATIENCE,
                () ->
                        surface.answers(question).stream()
                                .anyMatch(answer -> !answer.text().isBlank()));
    }

    void awaitSettled(String question) {
        surface.await("one answer", PATIENCE, () -> surface.settled(question));
    }

    /** Waits until the newest questions have come so far, the oldest of them first. */
    void awaitStates(String... states) {
        surface.await(
                "the states " + List.of(states), PATIENCE, () -> states().equals(List.of(states)));
    }

    List<String> states() {
        return query(
                "SELECT state FROM journal WHERE kind NOT IN ('EDITED', 'DELETED') ORDER BY id");
    }

    /** Waits until at least so many messages are known to show the answer. */
    void awaitRemembered(int messages) {
        surface.await(
                messages + " messages",
                PATIENCE,
                () -> query("SELECT message_id FROM reply_message").size() >= messages);
    }

    void awaitNothingOpen() {
        surface.await(
                "no open turn",
                PATIENCE,
                () ->
                        states().stream()
                                .allMatch(it -> it.equals("DELIVERED") || it.equals("FAILED")));
    }

    /** The question that was asked last. */
    String newest() {
        return newest;
    }

    /** All answers to the question that was asked first. */
    List<Answer> answers() {
        return surface.answers(asked.keySet().iterator().next());
    }

    /** While the program is stopped. */
    void update(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
    }

    /** What is wrong with the answers to all that was asked. */
    List<String> faults() {
        return Laws.faults(surface, asked).stream()
                // Nothing but trying tells a new process whether a message is still a stream.
                .filter(fault -> !fault.contains("streaming_state_conflict"))
                // Nobody tells that a thread is gone before something is to be shown in it.
                .filter(fault -> !fault.contains("rule=invalid_thread_ts"))
                .toList();
    }

    @Override
    public void close() {
        program.close();
        surface.close();
        model.close();
    }
}
