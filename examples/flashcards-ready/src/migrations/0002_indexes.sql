BEGIN;
CREATE INDEX cards_of_deck ON cards (deck_id, id);
CREATE INDEX cards_by_due ON cards (due);
PRAGMA user_version = 2;
COMMIT;
