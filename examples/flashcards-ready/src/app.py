"""The HTTP API: one function behind all routes. The gateway has checked the token; the user is whom it names."""

import base64
import json
import time

from aws_lambda_powertools.logging import correlation_paths

import accounts
import decks
import health
import limits
import origin
import schemas
import store
from telemetry import count, logger, metrics, tracer

PUBLIC = {"GET /api/health"}
AUDITED = {"GET /api/export", "DELETE /api/account"}


class NotSignedIn(Exception):
    pass


# What a caller is told: status, code and text. Only an invalid body is explained further.
REFUSALS = {
    NotSignedIn: (401, "not-signed-in", "sign in first"),
    decks.NotFound: (404, "not-found", "not found"),
    store.Conflict: (409, "conflict", "changed elsewhere in the meantime, try again"),
    limits.TooMany: (429, "too-many-calls", "too many calls, wait a minute"),
}


@metrics.log_metrics
@tracer.capture_lambda_handler(capture_response=False)
@logger.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def handler(event, _context):
    started = time.time()
    route = event["routeKey"]
    user_id = None
    try:
        if not origin.came_through(event["headers"].get("x-origin-verify", "")):
            status, body = failed(event, 403, "wrong-door", "use the public address")
        else:
            if route not in PUBLIC:
                user_id = user_of(event)
                limits.count(user_id)
            status, body = 200, ROUTES[route](user_id, event)
            if route == "GET /api/health" and not body["healthy"]:
                status = 503
    except schemas.Invalid as problem:
        status, body = failed(event, 400, "invalid", str(problem))
    except tuple(REFUSALS) as problem:
        status, body = failed(event, *REFUSALS[type(problem)])
    except Exception:
        logger.exception("failed")
        status, body = failed(event, 500, "internal", "something went wrong here")
    if status in (401, 403, 429):
        count("RefusedCalls")
    elapsed = int((time.time() - started) * 1000)
    logger.info("answered", route=route, user=user_id, status=status, ms=elapsed, audit=route in AUDITED)
    headers = {"content-type": "application/json", "cache-control": "no-store"}
    return {"statusCode": status, "headers": headers, "body": json.dumps(body)}


def failed(event, status, code, message):
    return status, {"code": code, "message": message, "requestId": event["requestContext"]["requestId"]}


def user_of(event):
    claims = event["requestContext"].get("authorizer", {}).get("jwt", {}).get("claims", {})
    if not claims.get("sub"):
        raise NotSignedIn
    return claims["sub"]


def body_of(event, model):
    text = event.get("body") or ""
    return schemas.parsed(model.model_validate_json, base64.b64decode(text) if event.get("isBase64Encoded") else text)


def page_of(event):
    return schemas.parsed(schemas.Page.model_validate, event.get("queryStringParameters") or {}).model_dump()


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


def review(user_id, event):
    body = body_of(event, schemas.Review)
    with store.changing(user_id) as connection:
        answer = decks.review(connection, body.cardId, body.grade)
    count("Reviews")
    return answer


def statistics(user_id, _event):
    return decks.statistics(store.latest(user_id)) | {"since": accounts.first_seen(user_id)}


def remove_account(user_id, _event):
    store.remove(user_id)
    accounts.remove(user_id)
    return {"removed": user_id}


def browser_error(user_id, event):
    problem = body_of(event, schemas.BrowserError)
    logger.error("browser", user=user_id, problem=problem.message, where=problem.where)
    count("BrowserErrors")
    return {"noted": True}


ROUTES = {
    "GET /api/health": lambda _, e: health.report(),
    "GET /api/decks": reading(lambda db, e: decks.all_decks(db, **page_of(e))),
    "POST /api/decks": changing(lambda db, e: decks.add_deck(db, body_of(e, schemas.Deck).name)),
    "GET /api/decks/{deckId}": reading(lambda db, e: decks.deck(db, parameter(e, "deckId"))),
    "PUT /api/decks/{deckId}": changing(
        lambda db, e: decks.rename(db, parameter(e, "deckId"), body_of(e, schemas.Deck).name)
    ),
    "DELETE /api/decks/{deckId}": changing(lambda db, e: decks.remove_deck(db, parameter(e, "deckId"))),
    "GET /api/decks/{deckId}/cards": reading(lambda db, e: decks.cards(db, parameter(e, "deckId"), **page_of(e))),
    "POST /api/decks/{deckId}/cards": changing(
        lambda db, e: decks.add_card(db, parameter(e, "deckId"), body_of(e, schemas.Card).model_dump())
    ),
    "PUT /api/cards/{cardId}": changing(
        lambda db, e: decks.edit_card(db, parameter(e, "cardId"), body_of(e, schemas.Card).model_dump())
    ),
    "DELETE /api/cards/{cardId}": changing(lambda db, e: decks.remove_card(db, parameter(e, "cardId"))),
    "GET /api/review/due": reading(lambda db, e: decks.due(db)),
    "POST /api/review": review,
    "GET /api/stats": statistics,
    "GET /api/export": reading(lambda db, e: decks.everything(db)),
    "DELETE /api/account": remove_account,
    "POST /api/errors": browser_error,
}
