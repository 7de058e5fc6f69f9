package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private static final Duration RIGHTS_AGE = Duration.ofSeconds(60);

    /** What {@code users.info} says of whoever is nobody in the workspace. */
    private static final Set<String> NOBODY = Set.of("user_not_found", "user_not_visible");

    private final SlackApi api;
    private final WorkspaceId workspace;
    private final Predicate<UserId> named;
    private final Memo<String, Optional<SlackPerson>> people;
    private final Memo<String, Optional<SlackPerson>> rights;
    private final Memo<String, Optional<String>> channels;
    private final Cache<UserId, String> teams;

    /**
     * @param named whether a member is named as an admin besides those of the workspace; may block
     *     for seconds
     */
    SlackPeople(SlackApi api, WorkspaceId workspace, Predicate<UserId> named, Ticker ticker) {
        this.api = api;
        this.workspace = workspace;
        this.named = named;
        this.people = new Memo<>(MOST, ticker, this::person);
        this.rights = new Memo<>(MOST, ticker, this::rights);
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
     * An admin is an admin or owner of the bot's workspace, or who is named as one, as Slack said
     * at most a minute ago; never are guests, programs and people of other organisations, nor
     * anybody while Slack cannot be asked.
     */
    @Override
    public Standing standing(UserId person) {
        return toldStanding(person).orElse(Standing.GUEST);
    }

    /** Likewise; empty while Slack cannot be asked. */
    Optional<Standing> toldStanding(UserId person) {
        return rights.get(person.value()).map(known -> standing(known, person));
    }

    private Standing standing(SlackPerson known, UserId person) {
        boolean raised =
                known.standing() == Standing.MEMBER && known.mayAdminister() && named.test(person);
        return raised ? Standing.ADMIN : known.standing();
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

    /** Whose rights were looked up a moment ago is known by name too. */
    private Memo.Kept<Optional<SlackPerson>> person(String id) {
        Optional<SlackPerson> known =
                rights.peek(id).flatMap(it -> it).filter(it -> !it.team().isEmpty());
        return known.isPresent() ? new Memo.Kept<>(known, NAME_AGE) : read(ask(id), id, NAME_AGE);
    }

    private Memo.Kept<Optional<SlackPerson>> rights(String id) {
        Outcome<UsersInfoResponse> told = ask(id);
        boolean nobody =
                told instanceof Outcome.Refused<UsersInfoResponse>(String error)
                        && NOBODY.contains(error);
        return nobody
                ? new Memo.Kept<>(Optional.of(SlackPerson.stranger(id)), RIGHTS_AGE)
                : read(told, id, RIGHTS_AGE);
    }

    private Outcome<UsersInfoResponse> ask(String id) {
        return api.call(methods -> methods.usersInfo(r -> r.user(id)));
    }

    private Memo.Kept<Optional<SlackPerson>> read(
            Outcome<UsersInfoResponse> told, String id, Duration age) {
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
        if (outcome instanceof Outcome.Lost<?>(String reason)) {
            LOG.warn("{} of {}: {}", method, id, reason);
        } else {
            LOG.debug("{} of {}: {}", method, id, outcome);
        }
        return AskAgain.after(outcome);
    }
}
