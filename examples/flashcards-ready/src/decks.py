"""Decks, cards and reviews in a user's own SQLite file."""

import time
import uuid

import migrations

DAY = 86_400


class NotFound(Exception):
    pass


def rows(db, sql, values=()):
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor]


def one(db, sql, values):
    found = rows(db, sql, values)
    if not found:
        raise NotFound(values[0])
    return found[0]


def write(db, sql, values):
    with db:
        if db.execute(sql, values).rowcount == 0:
            raise NotFound(values[-1])


def page(found, limit):
    return {"items": found, "next": found[-1]["id"] if len(found) == limit else None}


def all_decks(db, after="", limit=100):
    return page(rows(db, "SELECT id, name FROM decks WHERE id > ? ORDER BY id LIMIT ?", (after, limit)), limit)


def deck(db, deck_id):
    return one(db, "SELECT id, name FROM decks WHERE id = ?", (deck_id,))


def add_deck(db, name):
    deck_id = str(uuid.uuid4())
    write(db, "INSERT INTO decks (id, name) VALUES (?, ?)", (deck_id, name))
    return {"id": deck_id}


def rename(db, deck_id, name):
    write(db, "UPDATE decks SET name = ? WHERE id = ?", (name, deck_id))
    return deck(db, deck_id)


def remove_deck(db, deck_id):
    with db:
        db.execute("DELETE FROM cards WHERE deck_id = ?", (deck_id,))
    write(db, "DELETE FROM decks WHERE id = ?", (deck_id,))
    return {"removed": deck_id}


def cards(db, deck_id, after="", limit=100):
    sql = "SELECT id, front, back, due FROM cards WHERE deck_id = ? AND id > ? ORDER BY id LIMIT ?"
    return page(rows(db, sql, (deck_id, after, limit)), limit)


def add_card(db, deck_id, card):
    card_id = str(uuid.uuid4())
    values = (card_id, deck(db, deck_id)["id"], card["front"], card["back"])
    write(db, "INSERT INTO cards (id, deck_id, front, back) VALUES (?, ?, ?, ?)", values)
    return {"id": card_id}


def edit_card(db, card_id, card):
    write(db, "UPDATE cards SET front = ?, back = ? WHERE id = ?", (card["front"], card["back"], card_id))
    return {"id": card_id}


def remove_card(db, card_id):
    write(db, "DELETE FROM cards WHERE id = ?", (card_id,))
    return {"removed": card_id}


def due(db):
    return rows(db, "SELECT id, front, back FROM cards WHERE due <= ? ORDER BY due LIMIT 20", (int(time.time()),))


def review(db, cardId, grade):
    card = one(db, "SELECT id, interval_days FROM cards WHERE id = ?", (cardId,))
    days = max(1, card["interval_days"] * 2) if grade >= 3 else 1
    now = int(time.time())
    with db:
        db.execute("INSERT INTO reviews (card_id, at, grade) VALUES (?, ?, ?)", (cardId, now, grade))
    write(db, "UPDATE cards SET due = ?, interval_days = ? WHERE id = ?", (now + days * DAY, days, cardId))
    return {"id": cardId, "nextInDays": days}


def statistics(db):
    return one(db, "SELECT COUNT(*) AS reviews, AVG(grade) AS average FROM reviews WHERE at > ?", (0,))


def everything(db):
    return {
        "version": migrations.version(db),
        "decks": rows(db, "SELECT * FROM decks"),
        "cards": rows(db, "SELECT * FROM cards"),
        "reviews": rows(db, "SELECT * FROM reviews"),
    }
