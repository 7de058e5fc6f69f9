-- The bytes of files that people sent. They lie apart from the turns, whose content keeps the place of
-- each file, so that a history can be read, and measured, without them.
CREATE TABLE file (
    turn_id INTEGER NOT NULL REFERENCES turn (id),
    block   INTEGER NOT NULL, -- its place in the turn's content
    picture INTEGER NOT NULL,
    size    INTEGER NOT NULL, -- bytes
    data    BLOB    NOT NULL,
    UNIQUE (turn_id, block)
) STRICT;
