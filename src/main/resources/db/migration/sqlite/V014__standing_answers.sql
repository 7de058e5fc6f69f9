-- While an answer is asked for anew, the earlier one keeps its place: this is its outcome. NULL when none does.
ALTER TABLE turn ADD COLUMN standing TEXT;
-- Why there is no newer answer than the one that stands, as it is told under that; NULL when nobody asked in vain.
ALTER TABLE turn ADD COLUMN missed TEXT;
-- When asking in vain came to its end.
ALTER TABLE turn ADD COLUMN missed_at INTEGER;
