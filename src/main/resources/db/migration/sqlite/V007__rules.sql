-- What admins decided for a channel or a workspace.
CREATE TABLE channel_rule (
    scope       TEXT    NOT NULL,
    rule        TEXT    NOT NULL,
    value       TEXT    NOT NULL,
    set_by      TEXT    NOT NULL,
    set_by_name TEXT    NOT NULL,
    set_at      INTEGER NOT NULL,
    PRIMARY KEY (scope, rule)
) STRICT, WITHOUT ROWID;

-- The answers of the last hour, and the times that questions wait for; older rows are taken away.
CREATE TABLE answered (
    id      INTEGER PRIMARY KEY,
    event   TEXT    NOT NULL UNIQUE, -- of what was answered: platform/event
    channel TEXT    NOT NULL,
    person  TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX answered_channel ON answered (channel, at, id);
CREATE INDEX answered_person ON answered (channel, person, at, id);
CREATE INDEX answered_at ON answered (at);

-- Why it was that model; NULL in rows of before.
ALTER TABLE turn ADD COLUMN model_reason TEXT;

-- The newest answer of a channel.
CREATE INDEX conversation_channel ON conversation (platform, workspace, channel, id);
