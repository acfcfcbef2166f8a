"""Moves users and cards from the old server: DATABASE_URL from old-server.env, DATA_BUCKET from the environment."""

import os
import sqlite3
import tempfile

import boto3
import psycopg2
import psycopg2.extras

old = psycopg2.connect(os.environ["DATABASE_URL"])
s3 = boto3.client("s3")


def rows(sql, values=()):
    with old.cursor(cursor_factory=psycopg2.extras.DictCursor) as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def move(user_id):
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        db = sqlite3.connect(file.name)
        db.executescript(open("migrations/001_tables.sql").read())
        for deck in rows("SELECT id, name FROM decks WHERE owner = %s", (user_id,)):
            db.execute("INSERT INTO decks (id, name) VALUES (?, ?)", (deck["id"], deck["name"]))
        for card in rows("SELECT id, deck_id, front, back FROM cards WHERE owner = %s", (user_id,)):
            db.execute("INSERT INTO cards (id, deck_id, front, back) VALUES (?, ?, ?, ?)", tuple(card))
        db.commit()
        s3.upload_file(file.name, os.environ["DATA_BUCKET"], f"users/{user_id}.db")
    with old, old.cursor() as cursor:
        cursor.execute("DELETE FROM cards WHERE owner = %s", (user_id,))
        cursor.execute("DELETE FROM decks WHERE owner = %s", (user_id,))


if __name__ == "__main__":
    for user in rows("SELECT id FROM users"):
        move(user["id"])
