package parley.testing.discord;

/** Who the installed app is. */
record Identity(Person bot, long application, String token) {
    static Identity fresh() {
        long id = 1_100_000_000_000_000_001L;
        return new Identity(
                new Person(id, "Parley", true), id, "MTEwMDAwMDAwMA.GxFake.aBc-dEf_123");
    }

    boolean isBot(long user) {
        return user == bot.id();
    }
}
