package parley.web;

/** Another text for one's own message. */
record AmendRequest(String id, String author, String text) {
    AmendRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
        text = Json.orEmpty(text);
    }
}
