package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Attachment;
import parley.chat.FileContent;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;
import parley.claude.ContentBlock;

/**
 * Fetches the files of one turn within its bounds: how many, how large together, how long it may
 * take. Whatever lies beyond is refused with a reason. For one turn and one thread.
 */
final class FileFetcher {
    private static final int MOST_FILES = 10;

    /** In bytes; less than {@link FileRoom#WHOLE}, so that the newest question goes out whole. */
    private static final long MOST_BYTES = 12_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ThreadId thread;
    private final Powers powers;
    private final ThreadReader reader;
    private final InstantSource clock;
    private final Instant end;
    private int files;
    private long bytesLeft = MOST_BYTES;

    FileFetcher(ThreadId thread, Powers powers, InstantSource clock) {
        this.thread = thread;
        this.powers = powers;
        this.reader = powers.reader(thread);
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    /** How much of these files will be fetched at the most; one of unknown size may be large. */
    static long bytes(List<Attachment> files) {
        long told =
                files.stream()
                        .mapToLong(file -> file.size() > 0 ? file.size() : FileBlocks.LARGEST)
                        .filter(size -> size <= FileBlocks.LARGEST)
                        .sum();
        return Math.min(told, MOST_BYTES);
    }

    /** The message with its files, and with what people are told of those that it goes without. */
    Contribution fetch(Contribution message) {
        List<ContentBlock> blocks = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Attachment file : message.said().files()) {
            switch (fetch(file)) {
                case FileBlocks.Made.Blocks(List<ContentBlock> made) -> blocks.addAll(made);
                case FileBlocks.Made.Refused(String reason) -> {
                    Refusal refusal = new Refusal(FileName.plain(file.name()), reason);
                    refusals.add(refusal);
                    blocks.add(new ContentBlock.Text(Sentences.notRead(refusal)));
                }
            }
        }
        return message.with(
                blocks, Optional.of(Sentences.notRead(refusals)).filter(it -> !it.isEmpty()));
    }

    private FileBlocks.Made fetch(Attachment file) {
        if (++files > MOST_FILES) {
            return new FileBlocks.Made.Refused("a question may have " + MOST_FILES + " at most");
        }
        if (file.size() > FileBlocks.LARGEST) {
            return new FileBlocks.Made.Refused("it is larger than 10 MB");
        }
        if (file.size() > bytesLeft || bytesLeft == 0) {
            return new FileBlocks.Made.Refused("the files of one question may have 12 MB together");
        }
        if (clock.instant().isAfter(end)) {
            return new FileBlocks.Made.Refused("fetching the files took too long");
        }
        powers.showStatus(thread, Sentences.reading(FileName.plain(file.name())));
        return made(file, reader.fetch(thread, file, Math.min(FileBlocks.LARGEST, bytesLeft)));
    }

    private FileBlocks.Made made(Attachment file, FileContent content) {
        return switch (content) {
            case FileContent.Missing(String reason) -> new FileBlocks.Made.Refused(reason);
            case FileContent.Fetched(String name, _, byte[] bytes) -> {
                FileBlocks.Made made = FileBlocks.of(name.isBlank() ? file.name() : name, bytes);
                if (made instanceof FileBlocks.Made.Blocks) {
                    bytesLeft = Math.max(0, bytesLeft - bytes.length);
                }
                yield made;
            }
        };
    }
}
