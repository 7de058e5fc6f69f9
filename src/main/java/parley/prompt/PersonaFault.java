package parley.prompt;

import java.nio.file.Path;

/**
 * What is wrong in a file of the persona folder, and the mend, in plain words on one line.
 *
 * @param file the file's name in the folder, or {@code .} when the folder itself is at fault
 * @param line from 1
 */
public record PersonaFault(String file, int line, String message) {
    private static final int LONGEST = 500;

    public PersonaFault {
        // Messages quote the file, which may hold anything.
        message = message.replaceAll("\\p{Cntrl}+", " ");
        message = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    /** As compilers print it, so that editors can jump there. */
    public String in(Path folder) {
        return folder.resolve(file).normalize() + ":" + line + ": " + message;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
