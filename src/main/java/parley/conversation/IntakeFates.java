package parley.conversation;

import parley.chat.Inbound;
import parley.inbox.Intake;
import parley.rule.Fate;
import parley.rule.Fates;

/** Remembers what was taken in for those who ask why. */
public record IntakeFates(Fates fates) implements Intake {
    @Override
    public void taken(Inbound event, boolean refused) {
        fates.accepted(event, refused ? new Fate.Overloaded() : new Fate.Queued());
    }
}
