"""One user with the ids of another: nothing of the other is read, changed or removed."""

import pytest

CARD = {"front": "Peru", "back": "Cusco"}
ATTEMPTS = [
    ("GET /api/decks/{deckId}", None, 404),
    ("PUT /api/decks/{deckId}", {"name": "mine now"}, 404),
    ("DELETE /api/decks/{deckId}", None, 404),
    ("POST /api/decks/{deckId}/cards", CARD, 404),
    ("PUT /api/cards/{cardId}", CARD, 404),
    ("DELETE /api/cards/{cardId}", None, 404),
]


@pytest.mark.parametrize(("route", "body", "expected"), ATTEMPTS)
def test_ids_of_another_user_lead_nowhere(api, deck, card, route, body, expected):
    before = api.call("GET /api/export", user="ada")[1]
    assert api.call(route, user="eve", path={"deckId": deck, "cardId": card}, body=body)[0] == expected
    assert api.call("GET /api/export", user="ada")[1] == before


def test_a_card_of_another_user_cannot_be_reviewed(api, card):
    assert api.call("POST /api/review", user="eve", body={"cardId": card, "grade": 5})[0] == 404
    assert [due["id"] for due in api.call("GET /api/review/due", user="ada")[1]] == [card]


def test_lists_statistics_and_export_are_of_the_caller(api, deck, card):
    assert api.call("GET /api/decks", user="eve")[1]["items"] == []
    assert api.call("GET /api/decks/{deckId}/cards", user="eve", path={"deckId": deck})[1]["items"] == []
    assert api.call("GET /api/review/due", user="eve")[1] == []
    assert api.call("GET /api/stats", user="eve")[1]["reviews"] == 0
    assert api.call("GET /api/export", user="eve", query={"userId": "ada"})[1]["cards"] == []


def test_an_account_that_is_removed_is_that_of_the_caller(api, card, monkeypatch):
    monkeypatch.setattr(api.app.accounts.cognito, "admin_delete_user", lambda **_: None)
    assert api.call("DELETE /api/account", user="eve", query={"userId": "ada"})[0] == 200
    assert [found["id"] for found in api.call("GET /api/export", user="ada")[1]["cards"]] == [card]
