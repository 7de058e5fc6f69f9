package parley.conversation;

import java.util.List;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.claude.ContentBlock;

/**
 * A person's message with all that the model is to read of it; immutable.
 *
 * @param said the event that it was made of
 * @param author with the name that people know
 * @param text with names in place of ids
 * @param files what came along, block by block as it is sent
 * @param remark what people are told of it under the answer
 */
public record Contribution(
        Inbound.Said said,
        Author author,
        String text,
        List<ContentBlock> files,
        Optional<String> remark) {
    public Contribution {
        files = List.copyOf(files);
    }

    /** The message as its event has it, without files. */
    static Contribution plain(Inbound.Said said) {
        return new Contribution(said, said.author(), said.text(), List.of(), Optional.empty());
    }

    /** The same message as it stands now: its words may have been changed since. */
    Contribution now(Inbound.Said current) {
        return current.text().equals(said.text())
                ? this
                : new Contribution(current, author, current.text(), files, remark);
    }

    /** With a further sentence for people, before what they are told already. */
    Contribution remarking(String sentence) {
        String words = remark.map(more -> sentence + " " + more).orElse(sentence);
        return new Contribution(said, author, text, files, Optional.of(words));
    }

    /** With these blocks for files. */
    Contribution with(List<ContentBlock> blocks) {
        return new Contribution(said, author, text, blocks, remark);
    }

    Contribution with(List<ContentBlock> blocks, Optional<String> words) {
        return new Contribution(said, author, text, blocks, words);
    }
}
