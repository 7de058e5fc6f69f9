package parley.web;

/** The admin switch of one person. */
record AdminRequest(boolean admin) {}
