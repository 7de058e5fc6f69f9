package parley;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads the command line. Exit status: 0 done, 1 a fault was found, 2 wrong settings or words. */
@Command(
        name = "parley",
        description = "Claude in a team's chat threads. Without a command: serve.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            Main.Serve.class,
            Main.Check.class,
            Main.Prompts.class,
            Main.Export.class,
            Main.Rehearse.class
        })
public final class Main implements Callable<Integer> {
    private final Map<String, String> environment;
    private final PrintStream out;

    private Main(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The exit status of that command line. */
    static int run(String... args) {
        return run(System.getenv(), System.out, args);
    }

    /** The same with another environment, and another place for what is printed. */
    static int run(Map<String, String> environment, PrintStream out, String... args) {
        return new CommandLine(new Main(environment, out))
                .setExecutionExceptionHandler((fault, line, result) -> Faults.report(fault))
                .execute(args);
    }

    @Override
    public Integer call() {
        return Server.serve();
    }

    @Command(
            name = "backup",
            description = "Copies the database into a new file, also while Parley runs.")
    int backup(
            @Parameters(paramLabel = "FILE", description = "The copy; must not exist yet.")
                    Path file) {
        new Archive(environment, out).backup(file);
        return 0;
    }

    @Command(
            name = "restore",
            description =
                    "Puts a backup in the place of the database, while Parley does not run; keeps"
                            + " the one before.")
    int restore(@Parameters(paramLabel = "FILE", description = "The backup.") Path file) {
        new Archive(environment, out).restore(file, new SystemTime());
        return 0;
    }

    @Command(name = "serve", description = "Runs Parley until it is stopped (the default).")
    static final class Serve implements Callable<Integer> {
        @Override
        public Integer call() {
            return Server.serve();
        }
    }

    @Command(
            name = "doctor",
            description =
                    "Checks settings, store, personas, model, address and platforms; changes nothing.")
    static final class Check implements Callable<Integer> {
        @Override
        public Integer call() {
            return Doctor.examine(System.getenv(), System.out);
        }
    }

    @Command(
            name = "prompts",
            description = "Works on the persona folder.",
            subcommands = Lint.class)
    static final class Prompts implements Callable<Integer> {
        @Override
        public Integer call() {
            System.err.println("Say what to do: prompts lint");
            return 2;
        }
    }

    @Command(
            name = "lint",
            description = "Prints every fault of the persona folder with file and line.")
    static final class Lint implements Callable<Integer> {
        @Override
        public Integer call() {
            return Doctor.lint(System.getenv(), System.out);
        }
    }

    @Command(
            name = "export",
            description = "Prints what is stored, also while Parley runs.",
            subcommands = Audit.class)
    static final class Export implements Callable<Integer> {
        @Override
        public Integer call() {
            System.err.println("Say what to export: export audit");
            return 2;
        }
    }

    @Command(
            name = "audit",
            description = "Prints who administered what, oldest first: one JSON object a line.")
    static final class Audit implements Callable<Integer> {
        @Override
        public Integer call() {
            return AuditExport.print(System.getenv(), System.out);
        }
    }

    @Command(
            name = "rehearse",
            hidden = true,
            description = "Makes one question for the AOT cache.")
    static final class Rehearse implements Callable<Integer> {
        @Override
        public Integer call() {
            return Rehearsal.run();
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Parley " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
