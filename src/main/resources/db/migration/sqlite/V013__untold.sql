-- Questions that are not answered, and of which people are not told yet: one row for all of a channel,
-- so that a flood of them stays small. The channel is its printed form: platform/workspace/channel.
CREATE TABLE untold (
    channel   TEXT    NOT NULL,
    why       TEXT    NOT NULL CHECK (why IN ('BUSY', 'AWAY')),
    thread    TEXT,             -- in which all of them stand; NULL where they stand in several
    questions INTEGER NOT NULL,
    newest_at INTEGER NOT NULL, -- when the newest of them was refused
    PRIMARY KEY (channel, why)
) STRICT, WITHOUT ROWID;
