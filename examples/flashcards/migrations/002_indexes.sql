CREATE INDEX cards_of_deck ON cards (deck_id);
CREATE INDEX cards_by_due ON cards (due);
