package parley.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import parley.chat.ChannelId;
import parley.chat.Membership;
import parley.chat.Standing;
import parley.chat.UserId;

/**
 * Who the playground's people are now. Members become admins and members again by a switch in the
 * page, which holds until the server stops; the rest stay what they are. Safe for use by many
 * threads.
 */
final class People implements Membership {
    private static final Pattern SIGN = Pattern.compile("^@");
    private static final List<Crew> CREWS =
            List.of(new Crew(new Group("crew", "crew"), Set.of("ada", "grace")));

    private final EventHub hub;
    private final Set<Person> admins = ConcurrentHashMap.newKeySet();

    private record Crew(Group group, Set<String> people) {}

    /** Tells each change to the pages that listen there. */
    People(EventHub hub) {
        this.hub = hub;
        Person.ALL.stream().filter(it -> it.first() == Standing.ADMIN).forEach(admins::add);
    }

    Standing standing(Person person) {
        return switch (person.first()) {
            case ADMIN, MEMBER -> admins.contains(person) ? Standing.ADMIN : Standing.MEMBER;
            case GUEST, OUTSIDER -> person.first();
        };
    }

    List<Answers.Member> members() {
        return Person.ALL.stream().map(it -> Answers.Member.of(it, standing(it))).toList();
    }

    /**
     * Makes the person an admin, or a member again.
     *
     * @throws Refusal for a guest or an outsider, who can be neither
     */
    synchronized Answers.Member switchAdmin(Person person, boolean admin) {
        switch (person.first()) {
            case ADMIN, MEMBER -> change(person, admin);
            case GUEST ->
                    throw Refusal.forbidden(
                            person.name() + " is a guest: guests are never admins.");
            case OUTSIDER ->
                    throw Refusal.forbidden(
                            person.name()
                                    + " belongs to "
                                    + person.home()
                                    + ", another workspace: nobody from there is an admin here.");
        }
        return Answers.Member.of(person, standing(person));
    }

    private void change(Person person, boolean admin) {
        if (admin ? admins.add(person) : admins.remove(person)) {
            hub.publish(new PageEvent.Standing(Answers.Member.of(person, standing(person))));
        }
    }

    @Override
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        return Room.find(channel).flatMap(room -> Person.find(person.value())).map(this::standing);
    }

    @Override
    public boolean belongs(ChannelId channel, UserId person, String group) {
        return Room.find(channel).isPresent()
                && CREWS.stream()
                        .anyMatch(crew ->
                                crew.group().id().equals(group)
                                        && crew.people().contains(person.value()));
    }

    @Override
    public Optional<Group> group(ChannelId channel, String words) {
        String name = SIGN.matcher(words.strip()).replaceFirst("");
        return Room.find(channel)
                .flatMap(room ->
                        CREWS.stream()
                                .map(Crew::group)
                                .filter(group -> group.name().equalsIgnoreCase(name))
                                .findFirst());
    }
}
