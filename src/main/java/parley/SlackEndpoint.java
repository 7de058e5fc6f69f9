package parley;

import java.util.Optional;
import parley.slack.HttpAnswer;
import parley.slack.HttpQuestion;
import parley.slack.SlackAdapter;
import parley.web.Endpoint;

/** Where Slack and the web server meet: neither knows the other. */
final class SlackEndpoint {
    private static final String PATH = "/slack/events";

    private SlackEndpoint() {}

    /** Where Slack sends its events to; empty when they come by Socket Mode. */
    static Optional<Endpoint> of(SlackAdapter slack) {
        return Optional.of(new Endpoint(PATH, question -> answer(slack, question)))
                .filter(_ -> slack.byHttp());
    }

    private static Endpoint.Reply answer(SlackAdapter slack, Endpoint.Question question) {
        HttpAnswer answer = slack.receive(new HttpQuestion(question.headers(), question.body()));
        return new Endpoint.Reply(answer.status(), answer.contentType(), answer.body());
    }
}
