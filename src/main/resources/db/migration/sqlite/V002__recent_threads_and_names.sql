-- A person's newest questions, for start pages.
CREATE INDEX turn_asker ON turn (asker_id, asked_at) WHERE asker_id IS NOT NULL;

-- The name as it was then; NULL in rows of before, which have the id only.
ALTER TABLE persona_binding ADD COLUMN set_by_name TEXT;
