package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the bot may write there, and so. Guarded by the watch. */
final class SendRules {
    private final World world;
    private final Rights rights;
    private final Map<Long, Instant> last = new HashMap<>();

    SendRules(World world, Rights rights) {
        this.world = world;
        this.rights = rights;
    }

    /** Before a message is written. */
    void send(Channel channel, MessageForm form) {
        place(channel);
        rights.demand(
                channel,
                channel.kind.isThread()
                        ? Permission.SEND_MESSAGES_IN_THREADS
                        : Permission.SEND_MESSAGES);
        locked(channel);
        extras(channel, form);
        if (form.answers() != 0) {
            answer(channel, form);
        }
        slowmode(channel);
    }

    private void place(Channel channel) {
        if (channel.kind == ChannelKind.FORUM) {
            throw RestError.refusal(400, 40_058, "Cannot send a message in a forum channel");
        }
        if (!channel.kind.takesMessages()) {
            throw RestError.refusal(400, 50_008, "Cannot send messages in a non-text channel");
        }
        if (channel.recipient.filter(one -> world.closed.contains(one.id())).isPresent()) {
            throw RestError.refusal(403, 50_007, "Cannot send messages to this user");
        }
    }

    private void locked(Channel channel) {
        if (channel.locked && !may(channel, Permission.MANAGE_THREADS)) {
            throw channel.archived
                    ? RestError.refusal(400, 50_083, "Thread is archived")
                    : RestError.refusal(403, 160_005, "Thread is locked");
        }
    }

    private void extras(Channel channel, MessageForm form) {
        if (!form.files().isEmpty()) {
            rights.demand(channel, Permission.ATTACH_FILES);
        }
        if (!form.body().path("embeds").isEmpty()) {
            rights.demand(channel, Permission.EMBED_LINKS);
        }
    }

    private void answer(Channel channel, MessageForm form) {
        if (!may(channel, Permission.READ_MESSAGE_HISTORY)) {
            throw RestError.refusal(
                    403, 160_002, "Cannot reply without permission to read message history");
        }
        JsonNode reference = form.body().path("message_reference");
        Optional<Post> asked = Optional.ofNullable(channel.posts.get(form.answers()));
        if (asked.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
            FormErrors errors = new FormErrors();
            errors.add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
            throw RestError.refusedForm(errors);
        }
        if (asked.filter(post -> post.type == Post.THREAD_CREATED).isPresent()) {
            FormErrors errors = new FormErrors();
            errors.add(
                    "message_reference",
                    "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE",
                    "Cannot reply to a system message");
            throw RestError.refusedForm(errors);
        }
    }

    private void slowmode(Channel channel) {
        boolean free =
                channel.slowmode == 0
                        || may(channel, Permission.BYPASS_SLOWMODE)
                        || may(channel, Permission.MANAGE_CHANNELS)
                        || may(channel, Permission.MANAGE_MESSAGES);
        Instant next =
                last.getOrDefault(channel.id, Instant.EPOCH)
                        .plus(Duration.ofSeconds(channel.slowmode));
        Instant now = world.clock.now();
        if (!free && now.isBefore(next)) {
            throw RestError.slow(
                    20_016,
                    "This action cannot be performed due to slowmode rate limit",
                    Duration.between(now, next).toMillis() / 1e3);
        }
    }

    /** It is written. */
    void sent(Post post) {
        last.put(post.channel.id, world.clock.now());
    }

    /** Before a message of the bot is edited. */
    void edit(Channel channel, MessageForm form) {
        if (channel.archived) {
            throw RestError.refusal(400, 50_083, "Thread is archived");
        }
        if (channel.locked && !may(channel, Permission.MANAGE_THREADS)) {
            throw RestError.refusal(403, 160_005, "Thread is locked");
        }
        extras(channel, form);
    }

    private boolean may(Channel channel, Permission permission) {
        return rights.may(channel, world.me.bot().id(), permission);
    }
}
