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
 */
record Person(String id, String name, int hue, boolean admin) {
    static final List<Person> ALL =
            List.of(
                    new Person("ada", "Ada Lovelace", 265, true),
                    new Person("grace", "Grace Hopper", 150, false),
                    new Person("linus", "Linus Pauling", 25, false),
                    new Person("mary", "Mary Jackson", 205, false));

    static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.id.equals(id)).findFirst();
    }

    Standing standing() {
        return admin ? Standing.ADMIN : Standing.MEMBER;
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
