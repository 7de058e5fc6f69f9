package parley.responder;

/**
 * One message's share of a text; immutable.
 *
 * @param shown the source with the lines that close and open a cut code fence
 * @param source the slice of the text that is shown
 * @param stable how much of what is shown, from its start, stays as it is in this message when the
 *     text grows; the rest closes a fence, or may move on to the next message when this one is full
 * @param end where in the text the slice ends
 */
public record Part(String shown, String source, int stable, int end) {}
