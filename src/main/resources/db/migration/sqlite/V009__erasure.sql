-- Wishes to be forgotten: of a person, or of a thread. They hold no words, and stay.
CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY,
    platform     TEXT    NOT NULL,
    user_id      TEXT,
    thread       TEXT,
    last_turn    INTEGER,          -- of a thread: the newest turn that is meant
    requested_at INTEGER NOT NULL, -- what was said later is not meant
    done_at      INTEGER,
    CHECK ((user_id IS NULL) <> (thread IS NULL)),
    CHECK ((thread IS NULL) = (last_turn IS NULL))
) STRICT;

CREATE INDEX erasure_open ON erasure (id) WHERE done_at IS NULL;

-- When something was heard in a thread last, by our clock: what is old is found without looking
-- into anything else. The channel is its printed form: platform/workspace/channel.
CREATE TABLE thread_life (
    thread  TEXT    PRIMARY KEY,
    channel TEXT    NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX thread_life_due ON thread_life (channel, last_at, thread);

INSERT INTO thread_life (thread, channel, last_at)
SELECT thread, rtrim(rtrim(thread, replace(thread, '/', '')), '/'), max(at)
FROM (SELECT thread, received_at AS at FROM journal
    UNION ALL SELECT thread, started_at FROM conversation
    UNION ALL SELECT thread, sent_at FROM chat_message)
GROUP BY thread;

-- What a person said.
CREATE INDEX journal_author ON journal (platform, author_id, happened_at);
CREATE INDEX turn_author ON turn (author_id, sent_at) WHERE author_id IS NOT NULL;
CREATE INDEX feedback_user ON feedback (user_id);
CREATE INDEX chat_message_author ON chat_message (author_id, sent_at) WHERE author_id IS NOT NULL;
-- Whose names stand under them: of those who stopped them.
CREATE INDEX turn_stopped ON turn (id) WHERE outcome = 'STOPPED';

-- The rest of a thread's entries; its messages and their edits have indexes of their own.
CREATE INDEX journal_aside ON journal (thread, id) WHERE kind IN ('DELETED', 'RETRY', 'CONTINUE');
-- Without it each conversation that goes away would be looked for in all turns.
CREATE INDEX turn_conversation ON turn (conversation_id);
