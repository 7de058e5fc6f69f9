package parley.web;

/** Takes one's own message away. */
record WithdrawRequest(String id, String author) {
    WithdrawRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
    }
}
