"""The HTTP API: one function behind all routes. Sign-in is checked here, for every route but the two in PUBLIC."""

import base64
import json
import logging
import time

import auth
import decks
import sessions
import store

log = logging.getLogger()
log.setLevel(logging.INFO)

PUBLIC = {"POST /api/auth/register", "POST /api/auth/login"}


def handler(event, _context):
    started = time.time()
    route = event["routeKey"]
    user_id = None
    try:
        if route not in PUBLIC:
            user_id = auth.user_of(event["headers"].get("authorization", ""))
        status, body = 200, ROUTES[route](user_id, event)
    except auth.NotSignedIn as problem:
        status, body = 401, {"error": str(problem)}
    except decks.NotFound as problem:
        status, body = 404, {"error": f"not found: {problem}"}
    except store.Conflict as problem:
        status, body = 409, {"error": str(problem)}
    except Exception as problem:  # noqa: BLE001
        log.exception("failed")
        status, body = 500, {"error": str(problem)}
    log.info(json.dumps({"route": route, "user": user_id, "status": status, "ms": int((time.time() - started) * 1000)}))
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def body_of(event):
    text = event.get("body") or "{}"
    return json.loads(base64.b64decode(text) if event.get("isBase64Encoded") else text)


def parameter(event, name):
    return event["pathParameters"][name]


def with_file(action):
    """Runs an action on the user's own SQLite file; what it changes is uploaded later."""

    def run(user_id, event):
        connection = store.open_for(user_id)
        return action(connection, event)

    return run


def changing(action):
    def run(user_id, event):
        connection = store.open_for(user_id)
        answer = action(connection, event)
        store.changed(user_id)
        return answer

    return run


def export(_user_id, event):
    """Everything a user has. The caller names the user, so that support can export too."""
    wanted = event["queryStringParameters"]["userId"]
    return decks.everything(store.open_for(wanted))


ROUTES = {
    "POST /api/auth/register": lambda _, e: auth.register(**body_of(e)),
    "POST /api/auth/login": lambda _, e: auth.login(**body_of(e)),
    "GET /api/decks": with_file(lambda db, e: decks.all_decks(db)),
    "POST /api/decks": changing(lambda db, e: decks.add_deck(db, body_of(e)["name"])),
    "GET /api/decks/{deckId}": with_file(lambda db, e: decks.deck(db, parameter(e, "deckId"))),
    "PUT /api/decks/{deckId}": changing(lambda db, e: decks.rename(db, parameter(e, "deckId"), body_of(e)["name"])),
    "DELETE /api/decks/{deckId}": changing(lambda db, e: decks.remove_deck(db, parameter(e, "deckId"))),
    "GET /api/decks/{deckId}/cards": with_file(lambda db, e: decks.cards(db, parameter(e, "deckId"))),
    "POST /api/decks/{deckId}/cards": changing(lambda db, e: decks.add_card(db, parameter(e, "deckId"), body_of(e))),
    "PUT /api/cards/{cardId}": changing(lambda db, e: decks.edit_card(db, parameter(e, "cardId"), body_of(e))),
    "DELETE /api/cards/{cardId}": changing(lambda db, e: decks.remove_card(db, parameter(e, "cardId"))),
    "GET /api/review/due": with_file(lambda db, e: decks.due(db)),
    "POST /api/review": changing(lambda db, e: decks.review(db, **body_of(e))),
    "POST /api/session/start": sessions.start,
    "POST /api/session/end": sessions.end,
    "GET /api/stats": with_file(lambda db, e: decks.statistics(db)),
    "GET /api/export": export,
}
