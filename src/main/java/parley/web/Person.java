package parley.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.chat.Author;
import parley.chat.Standing;
import parley.chat.UserId;

/**
 * A made-up user of the playground, as whom whoever sits before the page may speak.
 *
 * @param hue the colour of the avatar, in degrees
 * @param first what the person is when the server starts
 * @param home the workspace that an outsider belongs to; empty for the others
 */
record Person(String id, String name, int hue, Standing first, String home) {
    static final List<Person> ALL =
            List.of(
                    new Person("ada", "Ada Lovelace", 265, Standing.ADMIN, ""),
                    new Person("grace", "Grace Hopper", 150, Standing.MEMBER, ""),
                    new Person("linus", "Linus Pauling", 25, Standing.MEMBER, ""),
                    new Person("mary", "Mary Jackson", 205, Standing.MEMBER, ""),
                    new Person("emmy", "Emmy Noether", 330, Standing.GUEST, ""),
                    new Person("alan", "Alan Turing", 95, Standing.OUTSIDER, "Bletchley Park"));

    static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.id.equals(id)).findFirst();
    }

    Author author() {
        return new Author(new UserId(id), name);
    }

    String initials() {
        return Arrays.stream(name.split(" "))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
