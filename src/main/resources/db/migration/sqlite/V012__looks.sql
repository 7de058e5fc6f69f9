-- What a finished message of an answer is known to look like, lest a restart write it again: a digest
-- of all that people see of it. NULL where that is not known, and while it may change.
ALTER TABLE reply_message ADD COLUMN look TEXT;
