package parley.slack;

import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import com.slack.api.model.Usergroup;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Memo;
import parley.adapter.OneLine;
import parley.chat.Membership;
import parley.chat.Ticker;
import parley.chat.UserId;

/**
 * The workspace's user groups and who is in them, as Slack said at most a minute ago. Methods block
 * for a call of the Web API ({@code usergroups.users.list} and {@code usergroups.list}: 20 and more
 * a minute each) and do not throw. Safe for use by many threads.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/methods/usergroups.users.list">usergroups.users.list</a>
 */
final class SlackGroups {
    private static final Logger LOG = LoggerFactory.getLogger(SlackGroups.class);
    private static final int MOST = 1_000;
    private static final Duration AGE = Duration.ofSeconds(60);

    /** For the log, and as the key of their list. */
    private static final String ALL = "all user groups";

    /**
     * As Slack writes a mention of a group
     * (https://docs.slack.dev/messaging/formatting-message-text), or an id, or a handle. What
     * stands behind the bar is anybody's word.
     */
    private static final Pattern NAMED =
            Pattern.compile(
                    "<!subteam\\^(?<mentioned>[A-Z0-9]+)(?:\\|[^>]*)?>|@?(?<plain>[^\\s@<>]+)");

    private final SlackApi api;
    private final Memo<String, Set<String>> members;
    private final Memo<String, List<Usergroup>> groups;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    SlackGroups(SlackApi api, Ticker ticker) {
        this.api = api;
        this.members = new Memo<>(MOST, ticker, this::ask);
        this.groups = new Memo<>(1, ticker, _ -> ask());
    }

    /** Whether the person is in that group; not while Slack does not say. */
    boolean holds(String group, UserId person) {
        return SlackIds.valid(group) && members.get(group).contains(person.value());
    }

    /** By a mention of it, its id or its handle. */
    Optional<Membership.Group> named(String words) {
        Matcher named = NAMED.matcher(words.strip());
        return named.matches()
                ? Optional.ofNullable(named.group("mentioned"))
                        .map(this::byId)
                        .orElseGet(() -> byIdOrHandle(named.group("plain")))
                : Optional.empty();
    }

    private Optional<Membership.Group> byIdOrHandle(String plain) {
        String handle = plain.toLowerCase(Locale.ROOT);
        return byId(plain)
                .or(() ->
                        groups.get(ALL).stream()
                                .filter(group -> handle.equals(handle(group)))
                                .findFirst()
                                .map(SlackGroups::told));
    }

    private Optional<Membership.Group> byId(String id) {
        return groups.get(ALL).stream()
                .filter(group -> id.equals(group.getId()))
                .findFirst()
                .map(SlackGroups::told);
    }

    private static Membership.Group told(Usergroup group) {
        String handle = handle(group);
        return new Membership.Group(group.getId(), handle.isEmpty() ? group.getId() : "@" + handle);
    }

    private static String handle(Usergroup group) {
        return Optional.ofNullable(group.getHandle())
                .map(OneLine::of)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private Memo.Kept<Set<String>> ask(String group) {
        Outcome<UsergroupsUsersListResponse> outcome =
                api.call(methods -> methods.usergroupsUsersList(r -> r.usergroup(group)));
        return outcome instanceof Outcome.Done<UsergroupsUsersListResponse>(var response)
                        && response.getUsers() != null
                ? kept(group, new HashSet<>(response.getUsers()))
                : fault(group, Set.of(), outcome);
    }

    private Memo.Kept<List<Usergroup>> ask() {
        Outcome<UsergroupsListResponse> outcome =
                api.call(methods -> methods.usergroupsList(r -> r));
        return outcome instanceof Outcome.Done<UsergroupsListResponse>(var response)
                        && response.getUsergroups() != null
                ? kept(ALL, response.getUsergroups())
                : fault(ALL, List.of(), outcome);
    }

    private <T> Memo.Kept<T> kept(String group, T value) {
        failing.remove(group);
        return new Memo.Kept<>(value, AGE);
    }

    /** Said once, until it works again. */
    private <T> Memo.Kept<T> fault(String group, T nothing, Outcome<?> outcome) {
        if (failing.add(group)) {
            LOG.warn("Slack does not tell of {}, so nobody counts as in it: {}", group, outcome);
        }
        return new Memo.Kept<>(nothing, AskAgain.after(outcome));
    }
}
