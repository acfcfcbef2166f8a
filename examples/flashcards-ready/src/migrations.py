"""Brings a user's file to the newest schema. Each step is a file that sets `user_version` to its own number."""

import pathlib

STEPS = sorted((pathlib.Path(__file__).parent / "migrations").glob("*.sql"))


def migrate(db):
    for number, step in enumerate(STEPS, start=1):
        if version(db) < number:
            db.executescript(step.read_text())


def version(db):
    return db.execute("PRAGMA user_version").fetchone()[0]
