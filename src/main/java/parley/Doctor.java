package parley;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.claude.Claude;
import parley.claude.ClaudeException;
import parley.discord.DiscordCheck;
import parley.discord.DiscordSettings;
import parley.prompt.PromptLint;
import parley.slack.SlackCheck;
import parley.slack.SlackSettings;
import parley.store.StoreCheck;

/** The commands that look and change nothing: {@code doctor} and {@code prompts lint}. */
final class Doctor {
    /** One line of the table; the detail is a plain sentence without secrets. */
    private record Finding(String what, boolean ok, String detail) {}

    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Settings settings) {
        this.settings = settings;
    }

    /**
     * Prints the table; 0 when all is well, 1 on a fault, 2 when already the settings are wrong.
     */
    static int examine(Map<String, String> environment, Appendable out) {
        Doctor doctor = new Doctor(Settings.load(environment, Path.of("")));
        doctor.find("settings", () -> "complete");
        doctor.find("database", doctor::database);
        doctor.find("personas", doctor::personas);
        doctor.find("model", doctor::model);
        doctor.find("address", doctor::address);
        doctor.settings.slack().ifPresent(doctor::slack);
        doctor.settings.discord().ifPresent(doctor::discord);
        return doctor.print(out);
    }

    /** Prints every fault of the persona folder; 0 when there is none, else 1. */
    static int lint(Map<String, String> environment, Appendable out) {
        Settings settings = Settings.load(environment, Path.of(""));
        try (Claude claude = Models.connect(settings, new SystemTime())) {
            return new PromptLint(settings.prompts(), out, model -> Models.known(claude, model))
                                    .run()
                            == 0
                    ? 0
                    : 1;
        }
    }

    /** A check returns what is well, or throws what is wrong and how to mend it. */
    private void find(String what, Supplier<String> check) {
        try {
            findings.add(new Finding(what, true, check.get()));
        } catch (RuntimeException e) {
            findings.add(new Finding(what, false, String.valueOf(e.getMessage())));
        }
    }

    private String database() {
        return StoreCheck.describe(settings.database());
    }

    private String personas() {
        StringBuilder report = new StringBuilder();
        int faults = new PromptLint(settings.prompts(), report, model -> true).run();
        String text = report.toString().strip().replaceAll("\\R", "; ");
        if (faults > 0) {
            throw new IllegalStateException(text);
        }
        return text;
    }

    private String model() {
        try (Claude claude = Models.connect(settings, new SystemTime())) {
            if (claude.offline()) {
                return "offline model, because no ANTHROPIC_API_KEY is set";
            }
            return claude.check(settings.model())
                    .map(this::withoutModel)
                    .orElse(settings.model() + " is there");
        }
    }

    /** Local servers often do not tell their models; that alone is no fault. */
    private String withoutModel(ClaudeException fault) {
        boolean local = settings.anthropicBaseUrl().isPresent();
        if (local && fault instanceof ClaudeException.NotFound) {
            return "the server answers, but does not tell whether it has " + settings.model();
        }
        throw fault;
    }

    private void slack(SlackSettings slack) {
        try (var check = new SlackCheck(slack, settings.slackConfigToken().map(Secret::value))) {
            check.items().forEach(item -> find(item.name(), item.check()));
        }
    }

    private void discord(DiscordSettings discord) {
        try (var check = new DiscordCheck(discord)) {
            check.items().forEach(item -> find(item.name(), item.check()));
        }
    }

    private String address() {
        Address address = settings.http();
        try (var socket =
                new ServerSocket(address.port(), 1, InetAddress.getByName(address.host()))) {
            return address.host() + ":" + socket.getLocalPort() + " is free";
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen on "
                            + address.host()
                            + ":"
                            + address.port()
                            + " ("
                            + e.getMessage()
                            + "). Stop what runs there, or set PARLEY_HTTP.");
        }
    }

    private int print(Appendable out) {
        try {
            for (Finding finding : findings) {
                out.append(
                        String.format(
                                "%-5s  %-11s  %s%n",
                                finding.ok() ? "ok" : "FAULT", finding.what(), finding.detail()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot print", e);
        }
        return findings.stream().allMatch(Finding::ok) ? 0 : 1;
    }
}
