package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One answer as people see it, in one message or several.
 *
 * @param text as the model wrote it, as far as it is shown; to be compared without white space
 * @param notes what Parley says under it, the footer too
 * @param settled whether it has come to its end
 */
public record Answer(String text, List<String> notes, boolean settled) {
    public Answer {
        notes = List.copyOf(notes);
    }

    /**
     * One message of the bot.
     *
     * @param nonce the answer's reference and the number of the message in it, a dot between, where
     *     that can be seen
     * @param growing whether it has not come to its end yet
     * @param last whether the buttons under it say that the answer ends with it
     */
    record Part(
            Optional<String> nonce,
            String text,
            List<String> notes,
            boolean growing,
            boolean last) {
        private Optional<String> turn() {
            return nonce.map(it -> it.substring(0, it.lastIndexOf('.')));
        }
    }

    /**
     * Messages that follow one another belong to one answer as long as nothing speaks against it.
     */
    static List<Answer> of(List<Part> parts) {
        List<List<Part>> answers = new ArrayList<>();
        for (Part part : parts) {
            if (answers.isEmpty() || begins(part, answers.getLast().getLast())) {
                answers.add(new ArrayList<>());
            }
            answers.getLast().add(part);
        }
        return answers.stream().map(Answer::joined).toList();
    }

    private static boolean begins(Part part, Part before) {
        boolean other =
                part.turn().isPresent()
                        && before.turn().isPresent()
                        && !part.turn().equals(before.turn());
        boolean again = part.nonce().isPresent() && part.nonce().equals(before.nonce());
        return other || again || before.last();
    }

    private static Answer joined(List<Part> parts) {
        return new Answer(
                parts.stream().map(Part::text).collect(Collectors.joining()),
                parts.stream().flatMap(part -> part.notes().stream()).toList(),
                parts.getLast().last() && parts.stream().noneMatch(Part::growing));
    }
}
