package parley.testing.discord;

/** How messages come to be, and how the app is told of them. */
record Told(Rights rights, Posts posts, MessageJson json, Cdn cdn, Mentions mentions) {
    static Told of(World world) {
        Rights rights = new Rights(world);
        Cdn cdn = new Cdn(world);
        MessageJson json = new MessageJson(world, cdn);
        Posts posts = new Posts(world, rights, json);
        return new Told(rights, posts, json, cdn, new Mentions(world, rights));
    }
}
