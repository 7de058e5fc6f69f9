package parley.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.http.HttpClient;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The structure that src/docs/architecture.md describes, held by the build. */
final class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parley");

    /** Classes that only compute: no files, sockets, databases, threads or clocks. */
    private static final List<String> PURE =
            List.of(
                    "RequestBuilder",
                    "HistoryWindow",
                    "HistoryRepair",
                    "Circuit",
                    "Advice",
                    "Patience",
                    "Candidate",
                    "FileRoom",
                    "FileBlocks",
                    "PictureSize",
                    "TextFile",
                    "CodeBlock",
                    "LoginPage",
                    "Draft",
                    "MessageSplitter",
                    "EditPacer",
                    "PriceTable",
                    "RuleValues",
                    "ChannelRules",
                    "LimitReached",
                    "ModelCeiling",
                    "ChannelWords",
                    "Inert",
                    "SlackEvents",
                    "DiscordEvents",
                    "Conversations",
                    "Markup",
                    "MessageJson",
                    "Speakers",
                    "Wording",
                    "MessageText",
                    "AttachmentText",
                    "BlockText",
                    "RichText",
                    "SharedFiles",
                    "BotMention",
                    "Mrkdwn",
                    "TextReference",
                    "OpenNames",
                    "OneLine",
                    "SlackIds",
                    "SlackButtons",
                    "SlackPerson",
                    "SlackAdmins",
                    "ChoiceButtons",
                    "WindowChoice",
                    "PrivateMessage",
                    "FormPieces",
                    "FormOrigin",
                    "FormWindow",
                    "FilledForm",
                    "NoticeBlocks",
                    "AskAgain",
                    "HomePage",
                    "ThreadLinks",
                    "AskModal",
                    "AskedMessage",
                    "CommandCatalog",
                    "OptionNames",
                    "PersonaSubcommands",
                    "ParleySubcommands",
                    "RuleChoices",
                    "CommandShape",
                    "TypedCommand",
                    "PersonaChoices",
                    "Excerpt",
                    "CallKind",
                    "DiscordButtons",
                    "DiscordChoices",
                    "FormWindow",
                    "FormInputs",
                    "LongText",
                    "TextCut",
                    "GivenBack",
                    "PrivateReply",
                    "Standings",
                    "DiscordMessages",
                    "DiscordErrors",
                    "Shown",
                    "MrkdwnExcerpt",
                    "DiscordIds",
                    "DiscordPermission",
                    "GuildRoles",
                    "ChannelPermissions",
                    "GuildChannel",
                    "GuildAccess",
                    "AccessReport",
                    "PageGap");

    /** Who may touch which vendor; every vendor type stops at one package. */
    private static final List<Vendor> VENDORS =
            List.of(
                    new Vendor("parley.claude", "com.anthropic.."),
                    new Vendor(
                            "parley.slack",
                            "com.slack.api..",
                            "com.google.gson..",
                            "javax.websocket..",
                            "org.glassfish.tyrus.."),
                    new Vendor("parley.discord", "net.dv8tion.jda.."),
                    new Vendor(
                            "parley.store",
                            "java.sql..",
                            "javax.sql..",
                            "org.jdbi..",
                            "org.flywaydb..",
                            "org.sqlite..",
                            "com.zaxxer.."),
                    new Vendor(
                            "parley.web",
                            "io.javalin..",
                            "io.helidon..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "com.sun.net.httpserver.."),
                    new Vendor(
                            "parley.prompt",
                            "com.samskivert..",
                            "org.yaml..",
                            "com.fasterxml.jackson.dataformat.yaml.."),
                    new Vendor("parley.command", "com.github.difflib.."),
                    new Vendor("parley", "io.micrometer..", "picocli..", "io.github.cdimascio.."));

    private record Vendor(String owner, String... packages) {}

    /** Each package and who may use it. */
    private static final Map<String, List<String>> USERS =
            Map.ofEntries(
                    entry(
                            "chat",
                            List.of(
                                    "root",
                                    "slack",
                                    "discord",
                                    "web",
                                    "store",
                                    "command",
                                    "conversation",
                                    "responder",
                                    "inbox",
                                    "prompt",
                                    "audit",
                                    "privacy",
                                    "rule",
                                    "adapter")),
                    entry("audit", List.of("root", "store", "command", "privacy")),
                    entry("privacy", List.of("root", "store", "command")),
                    entry("adapter", List.of("slack", "discord")),
                    entry("slack", List.of("root")),
                    entry("discord", List.of("root")),
                    entry("web", List.of("root")),
                    entry("store", List.of("root")),
                    entry("command", List.of("root", "store")),
                    entry("conversation", List.of("root", "store", "web")),
                    entry("responder", List.of("root", "conversation", "slack", "discord")),
                    entry("inbox", List.of("root", "conversation", "store")),
                    entry("rule", List.of("root", "conversation", "command", "store")),
                    entry("usage", List.of("root", "conversation", "command", "store", "web")),
                    entry("prompt", List.of("root", "conversation", "command", "store", "web")),
                    entry(
                            "claude",
                            List.of(
                                    "root",
                                    "conversation",
                                    "command",
                                    "prompt",
                                    "rule",
                                    "usage",
                                    "store")));

    @Test
    void packages_useOnlyWhatLiesBelow() {
        var layers =
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .withOptionalLayers(true)
                        .layer("root")
                        .definedBy("parley");
        for (String name : USERS.keySet()) {
            layers = layers.layer(name).definedBy("parley." + name + "..");
        }
        for (var users : USERS.entrySet()) {
            String[] names = users.getValue().toArray(String[]::new);
            layers = layers.whereLayer(users.getKey()).mayOnlyBeAccessedByLayers(names);
        }
        layers.whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .because("arrows point down and never sideways, see src/docs/architecture.md")
                .check(MAIN);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("parley.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @TestFactory
    List<DynamicTest> vendorTypes_stopAtOnePackage() {
        return VENDORS.stream()
                .map(vendor ->
                        DynamicTest.dynamicTest(
                                String.join(" ", vendor.packages),
                                () ->
                                        noClasses()
                                                .that()
                                                .resideOutsideOfPackage(vendor.owner)
                                                .should()
                                                .dependOnClassesThat()
                                                .resideInAnyPackage(vendor.packages)
                                                .because(
                                                        "only "
                                                                + vendor.owner
                                                                + " knows that library")
                                                .check(MAIN)))
                .toList();
    }

    @Test
    void pureClasses_touchNoOutside() {
        DescribedPredicate<JavaClass> outside =
                resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql..")
                        .or(JavaClass.Predicates.assignableTo(Thread.class))
                        .or(JavaClass.Predicates.assignableTo(Clock.class));
        // Lambdas, records and string switches name java.io.Serializable in their bootstrap.
        noClasses()
                .that(pure())
                .should()
                .dependOnClassesThat(
                        outside.and(
                                DescribedPredicate.not(
                                        JavaClass.Predicates.type(java.io.Serializable.class))))
                .allowEmptyShould(true)
                .because("what only computes can be tested to the last detail")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> pure() {
        return DescribedPredicate.describe("are pure", type -> PURE.contains(type.getSimpleName()));
    }

    @Test
    void time_isPassedIn() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("parley.SystemTime")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("everything but SystemTime receives a Ticker or an InstantSource")
                .check(MAIN);
    }

    @Test
    void futures_stayPrivate() {
        methods()
                .that()
                .areNotPrivate()
                .and()
                .areDeclaredInClassesThat(
                        resideInAPackage("parley..").and(not(implement(HttpClient.class))))
                .should()
                .notHaveRawReturnType(
                        JavaClass.Predicates.assignableTo(Future.class)
                                .or(JavaClass.Predicates.assignableTo(CompletableFuture.class)))
                .because(
                        "virtual threads wait; callbacks do not; a vendor's interface leaves no choice")
                .check(MAIN);
    }

    @Test
    void names_sayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Impl)")
                .because("such a name says nothing")
                .check(MAIN);
    }

    @Test
    void concreteClasses_areFinal() {
        classes()
                .that(DescribedPredicate.describe("are concrete", ArchitectureTest::concrete))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("nothing here is made to be extended")
                .check(MAIN);
    }

    private static boolean concrete(JavaClass type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                && type.getPackageName().startsWith("parley");
    }

    @Test
    void packages_areNullMarked() {
        for (String name : MAIN.stream().map(JavaClass::getPackageName).distinct().toList()) {
            assertThat(MAIN.contain(name + ".package-info"))
                    .as("package-info of %s", name)
                    .isTrue();
            assertThat(MAIN.get(name + ".package-info").isAnnotatedWith(NullMarked.class))
                    .as("@NullMarked on %s", name)
                    .isTrue();
        }
    }
}
