-- Files of the first version have these tables already, but no number.
BEGIN;
CREATE TABLE IF NOT EXISTS decks (id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS cards (id TEXT PRIMARY KEY, deck_id TEXT NOT NULL, front TEXT NOT NULL,
  back TEXT NOT NULL, due INTEGER NOT NULL DEFAULT 0, interval_days INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS reviews (card_id TEXT NOT NULL, at INTEGER NOT NULL, grade INTEGER NOT NULL);
PRAGMA user_version = 1;
COMMIT;
