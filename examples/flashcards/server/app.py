"""The server that the function replaced. Kept to look things up."""

import os
import time

import psycopg2
from flask import Flask, abort, g, jsonify, request
from flask_cors import CORS
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask(__name__)
CORS(app, origins=["https://flashcards.example.com"])
limiter = Limiter(get_remote_address, app=app, default_limits=["100 per minute"])


def database():
    if "db" not in g:
        g.db = psycopg2.connect(os.environ["DATABASE_URL"], connect_timeout=3)
    return g.db


def owner():
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    with database().cursor() as cursor:
        cursor.execute("SELECT user_id FROM tokens WHERE token = %s AND expires > now()", (token,))
        found = cursor.fetchone()
    return found[0] if found else abort(401)


@app.get("/health")
def health():
    started = time.time()
    try:
        with database().cursor() as cursor:
            cursor.execute("SELECT 1")
    except psycopg2.Error:
        return jsonify(status="failing", database={"ok": False}), 503
    return jsonify(status="ok", time=int(started), database={"ok": True, "ms": int((time.time() - started) * 1000)})


@app.get("/decks")
def decks():
    with database().cursor() as cursor:
        cursor.execute(f"SELECT id, name FROM decks WHERE owner = '{owner()}' ORDER BY {request.args.get('by', 'name')}")
        return jsonify([{"id": row[0], "name": row[1]} for row in cursor.fetchall()])
