-- Every version of every persona; never changed, never taken away: a version's number is its place.
CREATE TABLE persona_version (
    id          INTEGER PRIMARY KEY,
    workspace   TEXT    NOT NULL, -- platform/workspace; empty for files, which belong to all
    persona     TEXT    NOT NULL,
    source      TEXT    NOT NULL CHECK (source IN ('FILE', 'EDIT', 'ROLLBACK', 'RESET')),
    hash        TEXT    NOT NULL,
    author_id   TEXT,             -- NULL for files
    author_name TEXT,
    at          INTEGER NOT NULL,
    reason      TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    CHECK ((source = 'FILE') = (workspace = '')),
    CHECK ((source = 'FILE') = (author_id IS NULL))
) STRICT;

CREATE INDEX persona_version_of ON persona_version (workspace, persona, id);

CREATE TRIGGER persona_version_stays BEFORE UPDATE ON persona_version
    BEGIN SELECT raise(ABORT, 'persona versions are append-only'); END;
CREATE TRIGGER persona_version_keeps BEFORE DELETE ON persona_version
    BEGIN SELECT raise(ABORT, 'persona versions are append-only'); END;

-- Which version gave the answer; NULL in rows of before.
ALTER TABLE turn ADD COLUMN persona_version INTEGER;

-- Bindings that end by themselves; until then they hide the permanent one of their scope.
CREATE TABLE persona_binding_timed (
    scope       TEXT    PRIMARY KEY,
    persona     TEXT    NOT NULL,
    set_by      TEXT    NOT NULL,
    set_by_name TEXT    NOT NULL,
    set_at      INTEGER NOT NULL,
    until       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX persona_binding_until ON persona_binding_timed (until);
