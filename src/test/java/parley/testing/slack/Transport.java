package parley.testing.slack;

/** The way on which the app is told things. */
interface Transport {
    /** Sends it once; later, where nobody listens now. Does not wait. */
    void send(Delivery delivery);
}
