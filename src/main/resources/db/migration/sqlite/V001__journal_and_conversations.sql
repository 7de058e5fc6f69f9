-- Times are microseconds since 1970-01-01 UTC; money is whole micro-dollars; lists and events are JSON.
-- A thread is its printed form: platform/workspace/channel/root.

-- Every accepted event, once.
CREATE TABLE journal (
    id          INTEGER PRIMARY KEY,
    platform    TEXT    NOT NULL,
    event_id    TEXT    NOT NULL,
    thread      TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('NOTED', 'RECEIVED', 'ANSWERING', 'ANSWERED', 'DELIVERED', 'FAILED')),
    message_id  TEXT,             -- the message that was said, edited or deleted
    author_id   TEXT    NOT NULL,
    turn        TEXT,             -- the answer that covers it
    happened_at INTEGER NOT NULL, -- by the platform's clock
    received_at INTEGER NOT NULL, -- by ours
    payload     TEXT    NOT NULL,
    UNIQUE (platform, event_id)
) STRICT;

-- One message is one entry, under however many event ids it comes.
CREATE UNIQUE INDEX journal_said ON journal (thread, message_id)
    WHERE kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE');
CREATE INDEX journal_edited ON journal (thread, message_id) WHERE kind = 'EDITED';
CREATE INDEX journal_turn ON journal (turn, id) WHERE turn IS NOT NULL;
-- What is finished is in none of these, so that they stay small for ever.
CREATE INDEX journal_open ON journal (thread, id)
    WHERE state IN ('NOTED', 'RECEIVED', 'ANSWERING', 'ANSWERED') AND kind NOT IN ('EDITED', 'DELETED');
CREATE INDEX journal_unfinished ON journal (thread, id)
    WHERE state IN ('RECEIVED', 'ANSWERING', 'ANSWERED') AND kind NOT IN ('EDITED', 'DELETED');
CREATE INDEX journal_amendment ON journal (id)
    WHERE state = 'RECEIVED' AND kind IN ('EDITED', 'DELETED');

CREATE TABLE conversation (
    id           INTEGER PRIMARY KEY,
    thread       TEXT    NOT NULL UNIQUE,
    platform     TEXT    NOT NULL,
    workspace    TEXT    NOT NULL,
    channel      TEXT    NOT NULL,
    started_at   INTEGER NOT NULL,
    last_ordinal INTEGER NOT NULL
) STRICT;

-- The id is conversation_id * 1048576 + ordinal, so that a conversation's turns lie side by side in
-- the file and a history is one range of it. (A table WITHOUT ROWID would move every row over a
-- quarter page to pages of its own.) The long columns come last, so that reading a history need not
-- walk over the ones it does not want.
CREATE TABLE turn (
    id                 INTEGER PRIMARY KEY,
    conversation_id    INTEGER NOT NULL REFERENCES conversation (id),
    ordinal            INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 1048575),
    role               TEXT    NOT NULL CHECK (role IN ('USER', 'ASSISTANT')),
    -- of a person's message
    message_id         TEXT,
    author_id          TEXT,
    author_name        TEXT,
    sent_at            INTEGER,
    edited_at          INTEGER,
    deleted_at         INTEGER,
    -- of an answer
    reference          TEXT UNIQUE,
    asker_id           TEXT,
    asker_name         TEXT,
    asked_at           INTEGER,
    model              TEXT,
    prefix_hash        TEXT,
    outcome            TEXT,
    persona            TEXT,
    persona_hash       TEXT,
    stop_reason        TEXT,
    request_id         TEXT,
    input_tokens       INTEGER,
    output_tokens      INTEGER,
    cache_write_tokens INTEGER,
    cache_read_tokens  INTEGER,
    estimated          INTEGER,
    cost_micros        INTEGER,
    started_at         INTEGER,
    finished_at        INTEGER,
    -- of both: ordered blocks
    content            TEXT    NOT NULL,
    -- of an answer
    detail             TEXT,
    note               TEXT,
    footer             TEXT,
    text               TEXT,
    CHECK (id = conversation_id * 1048576 + ordinal),
    CHECK (CASE role
        WHEN 'USER' THEN message_id IS NOT NULL AND author_id IS NOT NULL AND author_name IS NOT NULL AND sent_at IS NOT NULL
        ELSE reference IS NOT NULL AND asker_id IS NOT NULL AND asker_name IS NOT NULL AND asked_at IS NOT NULL
    END)
) STRICT;

CREATE UNIQUE INDEX turn_message ON turn (conversation_id, message_id) WHERE message_id IS NOT NULL;

-- Which message of the thread shows which part of an answer.
CREATE TABLE reply_message (
    turn       TEXT    NOT NULL REFERENCES turn (reference),
    part       INTEGER NOT NULL,
    message_id TEXT    NOT NULL,
    PRIMARY KEY (turn, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    turn    TEXT    NOT NULL REFERENCES turn (reference),
    user_id TEXT    NOT NULL,
    liked   INTEGER NOT NULL,
    said_at INTEGER NOT NULL,
    PRIMARY KEY (turn, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE persona_binding (
    scope   TEXT    PRIMARY KEY,
    persona TEXT    NOT NULL,
    set_by  TEXT    NOT NULL,
    set_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The messages of a platform that has no server of its own.
CREATE TABLE chat_message (
    id          INTEGER PRIMARY KEY,
    channel     TEXT    NOT NULL,
    message_id  TEXT    NOT NULL,
    thread      TEXT    NOT NULL,
    nonce       TEXT    NOT NULL,
    opening     INTEGER NOT NULL, -- 1 for the oldest message of its thread
    author_id   TEXT,
    author_name TEXT,
    sent_at     INTEGER NOT NULL,
    edited      INTEGER NOT NULL,
    text        TEXT    NOT NULL,
    outgoing    TEXT,
    UNIQUE (channel, message_id),
    UNIQUE (channel, nonce)
) STRICT;

CREATE INDEX chat_message_thread ON chat_message (thread, id);
CREATE INDEX chat_message_opening ON chat_message (channel, id) WHERE opening = 1;

-- What the health check writes to and reads from.
CREATE TABLE pulse (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    beats INTEGER NOT NULL
) STRICT;
INSERT INTO pulse (id, beats) VALUES (1, 0);
