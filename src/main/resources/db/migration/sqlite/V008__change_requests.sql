-- Changes that wait, or waited, for a second admin.
CREATE TABLE change_request (
    id            TEXT    PRIMARY KEY,
    platform      TEXT    NOT NULL,
    workspace     TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    thread        TEXT,             -- NULL outside of threads
    author_id     TEXT    NOT NULL,
    author_name   TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    data          TEXT    NOT NULL, -- a JSON object of texts
    at            INTEGER NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('OPEN', 'REFUSED', 'APPROVED', 'CLOSED')),
    decider_id    TEXT,             -- NULL while it is open
    decider_name  TEXT,
    decided_at    INTEGER,
    CHECK ((state = 'OPEN') = (decider_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX change_request_unfinished ON change_request (at) WHERE state = 'APPROVED';
CREATE INDEX change_request_at ON change_request (at);

-- Where a timed binding was set, which is where its end is told; NULL in rows of before.
ALTER TABLE persona_binding_timed ADD COLUMN channel TEXT;
