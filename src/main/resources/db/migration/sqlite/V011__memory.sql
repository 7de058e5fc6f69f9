-- Since when the store knows all that was heard: what was said before may have been answered, and is
-- not looked for. A restore may have made the table before.
CREATE TABLE IF NOT EXISTS memory (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    since INTEGER NOT NULL
) STRICT;

-- A new database knows of nothing that was before it.
INSERT OR IGNORE INTO memory (id, since)
SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM journal) THEN 0 ELSE unixepoch() * 1000000 END;
