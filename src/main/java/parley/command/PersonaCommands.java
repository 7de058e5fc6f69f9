package parley.command;

import java.util.List;
import parley.audit.AuditLog;

/** The commands about personas. */
public final class PersonaCommands {
    private PersonaCommands() {}

    /**
     * @param desk knows the {@link PersonaChanges#kinds}
     */
    public static CommandGroup of(
            PersonaTools tools, ChangeDesk desk, TryOut tryOut, AuditLog audit) {
        var trail = new AuditTrail(audit, tools.clock());
        return new CommandGroup(
                List.of(
                        new PersonaCommand(tools.personas()),
                        new PersonaListCommand(tools),
                        new PersonaShowCommand(tools),
                        new PersonaSetCommand(tools, desk),
                        new PersonaResetCommand(tools, desk),
                        new PersonaEditCommand(tools),
                        new PersonaNewCommand(tools),
                        new PersonaHistoryCommand(tools),
                        new PersonaDiffCommand(tools),
                        new PersonaRollbackCommand(tools, desk),
                        new PersonaTryCommand(tools, tryOut, trail)),
                List.of(),
                List.of(new PersonaSubmission(tools, desk, trail)));
    }
}
