package parley.testing.discord;

/** An attachment as the CDN keeps it. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredFile(long id, long channel, String name, String type, byte[] bytes) {
    String path() {
        return Cdn.PATH + channel + "/" + id + "/" + name;
    }
}
