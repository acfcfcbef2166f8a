"""Calls of the site."""

import app


def call(route, body=None):
    return app.handler({"routeKey": route, "headers": {}, "body": body}, None)


def test_cards():
    assert isinstance(call("GET /api/v1/cards"), dict)


def test_review():
    assert isinstance(call("POST /api/v1/cards/1/review", '{"grade": 5}'), dict)


def test_health():
    assert isinstance(call("GET /health"), dict)
