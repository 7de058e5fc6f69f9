package parley.discord;

import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import parley.adapter.OneLine;
import parley.chat.Author;
import parley.chat.Standing;

/** Who did something, and what they are to the server. */
record Visitor(Author author, Standing standing) {

    static Visitor of(Interaction interaction, Standings standings) {
        return new Visitor(author(interaction), standings.of(interaction));
    }

    static Author author(Interaction interaction) {
        Member member = interaction.getMember();
        String name =
                member == null
                        ? interaction.getUser().getEffectiveName()
                        : member.getEffectiveName();
        return new Author(DiscordIds.user(interaction.getUser().getIdLong()), OneLine.of(name));
    }
}
