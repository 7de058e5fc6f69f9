-- How many turns over the entry were begun of which nobody knows the end: the process ended first.
ALTER TABLE journal ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
-- When the message was changed last, by the platform's clock: an older change that comes late is none.
ALTER TABLE journal ADD COLUMN edited_at INTEGER;
-- The message of the thread that the answer refers to; NULL for answers of before.
ALTER TABLE turn ADD COLUMN question TEXT;
