package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Memo;
import parley.adapter.OneLine;
import parley.chat.Author;
import parley.chat.Standing;
import parley.chat.Ticker;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * People and channels by their ids, asked of Slack and remembered for a while. Methods that ask
 * block for a call of the Web API ({@code users.info} and {@code conversations.info}: 50 and more a
 * minute) and do not throw. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/users.info">users.info</a>
 */
final class SlackPeople implements People {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPeople.class);
    private static final int MOST = 10_000;
    private static final Duration NAME_AGE = Duration.ofMinutes(10);

    /** Who loses the right to administer keeps it for no longer than this. */
    private static final Duration ADMIN_AGE = Duration.ofSeconds(60);

    /**
     * Somebody whom Slack does not know is not asked for again at once, nor is a Slack in trouble.
     */
    private static final Duration UNKNOWN_AGE = Duration.ofMinutes(1);

    private static final Duration FAULT_AGE = Duration.ofSeconds(5);

    private final SlackApi api;
    private final WorkspaceId workspace;
    private final Memo<String, Optional<SlackPerson>> people;
    private final Memo<String, Optional<SlackPerson>> rights;
    private final Memo<String, Optional<String>> channels;
    private final Cache<UserId, String> teams;

    SlackPeople(SlackApi api, WorkspaceId workspace, Ticker ticker) {
        this.api = api;
        this.workspace = workspace;
        this.people = new Memo<>(MOST, ticker, id -> person(id, NAME_AGE));
        this.rights = new Memo<>(MOST, ticker, id -> person(id, ADMIN_AGE));
        this.channels = new Memo<>(MOST, ticker, this::channel);
        this.teams = Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /** Remembers to which team somebody belongs, as an event told. */
    void met(UserId person, String team) {
        if (SlackIds.valid(team)) {
            teams.put(person, team);
        }
    }

    /** By the display name, else the real name, else the handle, else the id. */
    @Override
    public Author author(UserId person) {
        String id = person.value();
        return new Author(person, people.get(id).map(SlackPerson::name).orElse(id));
    }

    /**
     * An admin is an admin or owner of the bot's workspace, as Slack said at most a minute ago;
     * never are guests, programs and people of other organisations, nor anybody while Slack cannot
     * be asked.
     */
    @Override
    public Standing standing(UserId person) {
        return rights.get(person.value())
                .map(it -> it.admin() ? Standing.ADMIN : Standing.MEMBER)
                .orElse(Standing.GUEST);
    }

    /** The team to which the person belongs, which is another one in a shared channel. */
    WorkspaceId teamOf(UserId person) {
        return Optional.ofNullable(teams.getIfPresent(person))
                .or(() -> people.get(person.value()).map(SlackPerson::team))
                .filter(SlackIds::valid)
                .map(team -> new WorkspaceId(workspace.platform(), team))
                .orElse(workspace);
    }

    /** The names that are known already: asking them never waits. */
    Names known() {
        return new Names() {
            @Override
            public Optional<String> person(String id) {
                return people.peek(id).flatMap(it -> it).map(SlackPerson::name);
            }

            @Override
            public Optional<String> channel(String id) {
                return channels.peek(id).flatMap(it -> it);
            }
        };
    }

    /**
     * All names, those asked for that are not known.
     *
     * @param most how many ids are asked for; the others stay without a name
     */
    Names asking(int most) {
        return new AskedNames(
                most,
                known(),
                new Names() {
                    @Override
                    public Optional<String> person(String id) {
                        return people.get(id).map(SlackPerson::name);
                    }

                    @Override
                    public Optional<String> channel(String id) {
                        return channels.get(id);
                    }
                });
    }

    private Memo.Kept<Optional<SlackPerson>> person(String id, Duration age) {
        Outcome<UsersInfoResponse> told = api.call(methods -> methods.usersInfo(r -> r.user(id)));
        return told instanceof Outcome.Done<UsersInfoResponse>(UsersInfoResponse response)
                        && response.getUser() != null
                ? new Memo.Kept<>(Optional.of(SlackPerson.of(response.getUser(), workspace)), age)
                : new Memo.Kept<>(Optional.empty(), fault("users.info", id, told));
    }

    private Memo.Kept<Optional<String>> channel(String id) {
        var told = api.call(methods -> methods.conversationsInfo(r -> r.channel(id)));
        return told instanceof Outcome.Done(var response) && response.getChannel() != null
                ? new Memo.Kept<>(
                        Optional.ofNullable(response.getChannel().getName())
                                .map(OneLine::of)
                                .filter(name -> !name.isEmpty()),
                        NAME_AGE)
                : new Memo.Kept<>(Optional.empty(), fault("conversations.info", id, told));
    }

    /** How long not to ask again. */
    private static Duration fault(String method, String id, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> UNKNOWN_AGE;
            case Outcome.Refused<?>(String error) -> {
                LOG.debug("{} of {}: Slack refused with {}", method, id, error);
                yield UNKNOWN_AGE;
            }
            case Outcome.Limited<?>(Duration pause) -> pause;
            case Outcome.Lost<?>(String reason) -> {
                LOG.warn("{} of {}: {}", method, id, reason);
                yield FAULT_AGE;
            }
        };
    }
}
