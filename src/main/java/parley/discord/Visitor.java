package parley.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import parley.adapter.OneLine;
import parley.chat.Author;
import parley.chat.Standing;

/**
 * Who did something, and whether they may administer the bot: in a server those who may manage it,
 * in direct messages nobody.
 */
record Visitor(Author author, Standing standing) {

    static Visitor of(Interaction interaction) {
        Member member = interaction.getMember();
        String name =
                member == null
                        ? interaction.getUser().getEffectiveName()
                        : member.getEffectiveName();
        return new Visitor(
                new Author(DiscordIds.user(interaction.getUser().getIdLong()), OneLine.of(name)),
                member != null && member.hasPermission(Permission.MANAGE_SERVER)
                        ? Standing.ADMIN
                        : Standing.MEMBER);
    }
}
