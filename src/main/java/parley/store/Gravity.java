package parley.store;

/** How far a failure of the database reaches. */
enum Gravity {
    /** One statement was refused; the next one is not. */
    STATEMENT,
    /** Nothing, or not much, can be written until somebody or something mends it. */
    PASSING,
    /** The file is broken. */
    DAMAGE
}
