package parley.web;

/** A press of a button, by its lower-case name, under the answer {@code turn}. */
record PressRequest(String id, String author, String button, String turn) {
    PressRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
        button = Json.orEmpty(button);
        turn = Json.orEmpty(turn);
    }
}
