package parley.chat;

/** The kinds of writes that platforms count apart. */
public enum WriteKind {
    POST,
    EDIT
}
