package parley.discord;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import parley.adapter.Excerpt;
import parley.chat.Overview;

/**
 * The personas that Discord offers while somebody types the name of one. Pure.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure">Choices</a>
 */
final class PersonaChoices {
    private static final int MOST = 25;
    private static final int LONGEST = 100;

    /** The rank of those that are left out. */
    private static final int NONE = 3;

    private PersonaChoices() {}

    /** Those that begin with the words, then those whose name or description holds them. */
    static List<Choice> of(List<Overview.Card> personas, String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        return personas.stream()
                .filter(card -> rank(card, words) < NONE)
                .filter(card -> card.name().length() <= LONGEST)
                .sorted(Comparator.comparingInt(card -> rank(card, words)))
                .limit(MOST)
                .map(PersonaChoices::choice)
                .toList();
    }

    private static int rank(Overview.Card card, String words) {
        String name = card.name().toLowerCase(Locale.ROOT);
        if (name.startsWith(words)) {
            return 0;
        }
        if (name.contains(words)) {
            return 1;
        }
        return card.description().toLowerCase(Locale.ROOT).contains(words) ? 2 : NONE;
    }

    private static Choice choice(Overview.Card card) {
        String shown =
                card.description().isBlank()
                        ? card.name()
                        : card.name() + " – " + card.description();
        return new Choice(Excerpt.of(shown, LONGEST), card.name());
    }
}
