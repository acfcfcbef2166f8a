"""The HTTP API: one function behind all routes. The gateway has checked the token; the user is whom it names."""

import base64
import json
import logging
import time

import accounts
import decks
import health
import origin
import store

log = logging.getLogger()
log.setLevel(logging.INFO)


class BadRequest(Exception):
    pass


def handler(event, _context):
    started = time.time()
    route = event["routeKey"]
    user_id = user_of(event)
    try:
        if not origin.came_through(event["headers"].get("x-origin-verify", "")):
            status, body = 403, {"error": "use the public address"}
        else:
            status, body = 200, ROUTES[route](user_id, event)
            if route == "GET /api/health" and not body["healthy"]:
                status = 503
    except BadRequest as problem:
        status, body = 400, {"error": str(problem)}
    except decks.NotFound:
        status, body = 404, {"error": "not found"}
    except store.Conflict:
        status, body = 409, {"error": "changed elsewhere in the meantime, try again"}
    except Exception:
        log.exception("failed")
        status, body = 500, {"error": "something went wrong here"}
    log.info("answered", extra={"route": route, "user": user_id, "status": status, "ms": int((time.time() - started) * 1000)})
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def user_of(event):
    authorizer = event["requestContext"].get("authorizer", {})
    return authorizer.get("jwt", {}).get("claims", {}).get("sub")


def fields(event, **wanted):
    """The fields of a JSON body, each of its type."""
    text = event.get("body") or "{}"
    try:
        body = json.loads(base64.b64decode(text) if event.get("isBase64Encoded") else text)
    except ValueError:
        raise BadRequest("the body is not JSON") from None
    for name, kind in wanted.items():
        if not isinstance(body, dict) or not isinstance(body.get(name), kind):
            raise BadRequest(f"{name}: expected {kind.__name__}")
    return {name: body[name] for name in wanted}


def parameter(event, name):
    return event["pathParameters"][name]


def reading(action):
    return lambda user_id, event: action(store.latest(user_id), event)


def changing(action):
    """Stored before the answer: what a user was told is kept."""

    def run(user_id, event):
        with store.changing(user_id) as connection:
            return action(connection, event)

    return run


def statistics(user_id, _event):
    return decks.statistics(store.latest(user_id)) | {"since": accounts.first_seen(user_id)}


ROUTES = {
    "GET /api/health": lambda _, e: health.report(),
    "GET /api/decks": reading(lambda db, e: decks.all_decks(db)),
    "POST /api/decks": changing(lambda db, e: decks.add_deck(db, **fields(e, name=str))),
    "GET /api/decks/{deckId}": reading(lambda db, e: decks.deck(db, parameter(e, "deckId"))),
    "PUT /api/decks/{deckId}": changing(lambda db, e: decks.rename(db, parameter(e, "deckId"), **fields(e, name=str))),
    "DELETE /api/decks/{deckId}": changing(lambda db, e: decks.remove_deck(db, parameter(e, "deckId"))),
    "GET /api/decks/{deckId}/cards": reading(lambda db, e: decks.cards(db, parameter(e, "deckId"))),
    "POST /api/decks/{deckId}/cards": changing(
        lambda db, e: decks.add_card(db, parameter(e, "deckId"), fields(e, front=str, back=str))
    ),
    "PUT /api/cards/{cardId}": changing(
        lambda db, e: decks.edit_card(db, parameter(e, "cardId"), fields(e, front=str, back=str))
    ),
    "DELETE /api/cards/{cardId}": changing(lambda db, e: decks.remove_card(db, parameter(e, "cardId"))),
    "GET /api/review/due": reading(lambda db, e: decks.due(db)),
    "POST /api/review": changing(lambda db, e: decks.review(db, **fields(e, cardId=str, grade=int))),
    "GET /api/stats": statistics,
    "GET /api/export": reading(lambda db, e: decks.everything(db)),
}
