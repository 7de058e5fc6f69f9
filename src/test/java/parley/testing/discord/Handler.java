package parley.testing.discord;

/** Does what a request asks, under the lock of the watch; throws {@link RestError} to refuse. */
@FunctionalInterface
interface Handler {
    RestAnswer handle(RestRequest request);
}
