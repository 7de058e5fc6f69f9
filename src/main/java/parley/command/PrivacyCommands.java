package parley.command;

import java.time.InstantSource;
import java.util.List;
import parley.audit.AuditLog;
import parley.privacy.Forgetting;

/** The commands that make Parley forget, and the one that tells who administered what. */
public final class PrivacyCommands {
    private PrivacyCommands() {}

    public static CommandGroup of(Forgetting forgetting, AuditLog audit, InstantSource clock) {
        var records = new PrivacyRecords(audit, clock);
        return new CommandGroup(
                List.of(
                        new ForgetMeCommand(),
                        new ForgetThreadCommand(forgetting, records),
                        new AuditCommand(audit)),
                List.of(new ForgetChoice(forgetting, records)),
                List.of());
    }
}
