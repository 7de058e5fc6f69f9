package parley.responder;

/**
 * One message's share of a text; immutable.
 *
 * @param shown the source with the lines that close and open a cut code fence
 * @param source the slice of the text
 * @param shownEnd where in the text ends what is shown; less than the slice's end while a part is
 *     still growing
 */
public record Part(String shown, String source, int shownEnd) {}
