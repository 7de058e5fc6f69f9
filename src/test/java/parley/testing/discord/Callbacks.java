package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/**
 * How bots answer interactions at first. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response">Create
 *     interaction response</a>
 */
final class Callbacks {
    private static final int MOST_CHOICES = 25;

    private final InteractionBook book;
    private final InteractionPosts posts;

    Callbacks(InteractionBook book, InteractionPosts posts) {
        this.book = book;
        this.posts = posts;
    }

    void offer(Router router) {
        router.add("POST", "interactions/{i}/{t}/callback", this::answer);
    }

    private RestAnswer answer(RestRequest request) {
        Interaction to =
                book.find(request.text("t"))
                        .filter(one -> one.id == request.id("i"))
                        .filter(one -> one.answer.isPresent() || one.within(Interaction.PATIENCE))
                        .orElseThrow(() -> RestError.unknown(10_062, "interaction"));
        if (to.answer.isPresent()) {
            throw RestError.mistake(400, 40_060, "Interaction has already been acknowledged.");
        }
        Callback type = type(to, request.body().path("type").asInt());
        perform(to, type, request);
        to.answer = Optional.of(type);
        boolean wanted = request.call().query("with_response").filter("true"::equals).isPresent();
        return wanted ? RestAnswer.ok(response(to, type)) : RestAnswer.none();
    }

    private static Callback type(Interaction to, int type) {
        return Callback.of(type)
                .filter(to.kind::takes)
                .filter(one -> !one.needsMessage() || to.message.isPresent())
                .orElseThrow(() -> {
                    FormErrors errors = new FormErrors();
                    errors.add("type", "BASE_TYPE_CHOICES", type + " does not answer " + to.kind);
                    errors.throwIfAny();
                    return RestError.unknown(10_062, "interaction");
                });
    }

    private void perform(Interaction to, Callback type, RestRequest request) {
        JsonNode data = request.body().path("data");
        switch (type) {
            case MESSAGE -> posts.first(to, request);
            case DEFERRED_MESSAGE -> posts.thinking(to, deferred(data));
            case DEFERRED_UPDATE -> {
                // Nothing is seen of it.
            }
            case UPDATE -> posts.edit(to.message.orElseThrow(), data, request);
            case CHOICES -> to.choices = choices(data.path("choices"));
            case MODAL -> to.modal = Optional.of(ModalCheck.check(data, new FormErrors()));
        }
    }

    private static JsonNode deferred(JsonNode data) {
        FormErrors errors = new FormErrors();
        if ((data.path("flags").asInt() & ~Post.EPHEMERAL) != 0) {
            errors.add("data.flags", "BASE_TYPE_CHOICES", "Only EPHEMERAL can be set.");
        }
        errors.throwIfAny();
        return data;
    }

    private static List<Interaction.Choice> choices(JsonNode choices) {
        FormErrors errors = new FormErrors();
        if (!choices.isArray() || choices.size() > MOST_CHOICES) {
            errors.add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
        }
        List<Interaction.Choice> all = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            String path = "data.choices." + i;
            errors.required(choices.get(i), "name", path + ".name");
            errors.required(choices.get(i), "value", path + ".value");
            errors.text(choices.get(i), "name", path + ".name", 1, 100);
            if (choices.get(i).path("value").isTextual()) {
                errors.text(choices.get(i), "value", path + ".value", 1, 100);
            }
            all.add(
                    new Interaction.Choice(
                            choices.get(i).path("name").asText(),
                            choices.get(i).path("value").asText()));
        }
        errors.throwIfAny();
        return List.copyOf(all);
    }

    private ObjectNode response(Interaction to, Callback type) {
        ObjectNode interaction = Json.object("id", Long.toString(to.id), "type", to.kind.type());
        ObjectNode resource = Json.object("type", type.type());
        to.target()
                .ifPresent(post -> {
                    interaction
                            .put("response_message_id", Long.toString(post.id))
                            .put("response_message_loading", post.has(Post.LOADING))
                            .put("response_message_ephemeral", post.has(Post.EPHEMERAL));
                    resource.set("message", posts.rest(post));
                });
        ObjectNode response = Json.object("interaction", interaction);
        return type == Callback.CHOICES || type == Callback.MODAL
                ? response
                : response.set("resource", resource);
    }
}
