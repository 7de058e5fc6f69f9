package parley.chat;

/** The kinds of writes that are counted apart. */
public enum WriteKind {
    POST,
    EDIT
}
