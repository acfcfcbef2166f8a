import boto3
import pytest


def test_a_deck_is_made_renamed_and_removed(api, deck):
    assert api.call("PUT /api/decks/{deckId}", path={"deckId": deck}, body={"name": "Rivers"})[0] == 200
    assert api.call("GET /api/decks/{deckId}", path={"deckId": deck}) == (200, {"id": deck, "name": "Rivers"})
    assert api.call("DELETE /api/decks/{deckId}", path={"deckId": deck}) == (200, {"removed": deck})
    assert api.call("GET /api/decks/{deckId}", path={"deckId": deck})[0] == 404


def test_a_good_answer_doubles_the_interval_and_a_bad_one_starts_again(api, card):
    days = [
        api.call("POST /api/review", body={"cardId": card, "grade": grade})[1]["nextInDays"] for grade in (5, 3, 3, 1)
    ]
    assert days == [1, 2, 4, 1]


def test_a_card_is_due_until_it_was_reviewed(api, card):
    assert [due["id"] for due in api.call("GET /api/review/due")[1]] == [card]
    api.call("POST /api/review", body={"cardId": card, "grade": 5})
    assert api.call("GET /api/review/due")[1] == []


def test_a_card_is_edited_and_removed(api, deck, card):
    edited = {"front": "Chile", "back": "Santiago"}
    assert api.call("PUT /api/cards/{cardId}", path={"cardId": card}, body=edited)[0] == 200
    found = api.call("GET /api/decks/{deckId}/cards", path={"deckId": deck})[1]["items"]
    assert [(c["front"], c["back"]) for c in found] == [("Chile", "Santiago")]
    assert api.call("DELETE /api/cards/{cardId}", path={"cardId": card})[0] == 200
    assert api.call("DELETE /api/cards/{cardId}", path={"cardId": card})[0] == 404


def test_lists_come_in_pages(api):
    made = sorted(api.call("POST /api/decks", body={"name": str(n)})[1]["id"] for n in range(3))
    first = api.call("GET /api/decks", query={"limit": "2"})[1]
    assert ([d["id"] for d in first["items"]], first["next"]) == (made[:2], made[1])
    rest = api.call("GET /api/decks", query={"limit": "2", "after": first["next"]})[1]
    assert ([d["id"] for d in rest["items"]], rest["next"]) == (made[2:], None)


def test_the_export_has_everything(api, deck, card):
    api.call("POST /api/review", body={"cardId": card, "grade": 4})
    status, export = api.call("GET /api/export")
    assert (status, export["version"]) == (200, 2)
    assert export["decks"] == [{"id": deck, "name": "Capitals"}]
    assert [(c["id"], c["front"], c["back"]) for c in export["cards"]] == [(card, "Peru", "Lima")]
    assert [(r["card_id"], r["grade"]) for r in export["reviews"]] == [(card, 4)]


def test_an_account_is_removed_with_its_file_row_and_sign_in(api, another):
    cognito = boto3.client("cognito-idp")
    pool = cognito.list_user_pools(MaxResults=1)["UserPools"][0]["Id"]
    made = cognito.admin_create_user(UserPoolId=pool, Username="reader@example.com")["User"]["Username"]
    api.call("POST /api/decks", user=made, body={"name": "Capitals"})

    assert api.call("DELETE /api/account", user=made) == (200, {"removed": made})
    assert boto3.client("s3").list_objects_v2(Bucket="data")["KeyCount"] == 0
    assert boto3.resource("dynamodb").Table("users").scan()["Items"] == []
    assert cognito.list_users(UserPoolId=pool)["Users"] == []
    assert another().call("GET /api/decks", user=made)[1]["items"] == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "body"),
        ("not json", "body"),
        ({}, "name"),
        ({"name": ""}, "name"),
        ({"name": 7}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": "Capitals", "owner": "somebody"}, "owner"),
    ],
)
def test_a_deck_of_another_form_is_refused(api, body, says):
    status, answer = api.call("POST /api/decks", body=body)
    assert (status, answer["code"]) == (400, "invalid")
    assert says in answer["message"]
    assert api.call("GET /api/decks")[1]["items"] == []


@pytest.mark.parametrize("grade", [0, 6, True, "5", 2.5, None])
def test_a_grade_is_a_number_from_one_to_five(api, card, grade):
    assert api.call("POST /api/review", body={"cardId": card, "grade": grade})[0] == 400


def test_a_new_user_is_counted_with_the_first_file(api, capsys):
    api.call("GET /api/decks")
    assert "NewUsers" not in capsys.readouterr().out
    api.call("POST /api/decks", body={"name": "Capitals"})
    assert '"NewUsers":[1.0]' in capsys.readouterr().out
    api.call("POST /api/decks", body={"name": "Rivers"})
    assert "NewUsers" not in capsys.readouterr().out


def test_a_user_who_calls_too_often_waits(api, monkeypatch):
    monkeypatch.setattr(api.app.limits, "PER_MINUTE", 3)
    monkeypatch.setattr(api.app.limits.time, "time", lambda: 1_800_000_000.0)
    answers = [api.call("GET /api/stats")[0] for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert api.call("GET /api/stats", user="grace")[0] == 200


def test_an_error_tells_the_caller_nothing_but_the_request(api, monkeypatch):
    monkeypatch.setattr(api.store, "latest", lambda _: 1 / 0)
    status, answer = api.call("GET /api/decks")
    assert status == 500
    assert answer == {"code": "internal", "message": "something went wrong here", "requestId": "request-1"}


def test_statistics_do_without_the_table_of_users(api, card):
    boto3.client("dynamodb").delete_table(TableName="users")
    api.call("POST /api/review", body={"cardId": card, "grade": 4})
    assert api.call("GET /api/stats") == (200, {"reviews": 1, "average": 4.0, "since": None})


def test_errors_of_the_browser_are_logged_and_counted(api, caplog, capsys):
    body = {"message": "next is not a function", "where": "app.js:64"}
    assert api.call("POST /api/errors", body=body) == (200, {"noted": True})
    logged = caplog.records[0]
    assert (logged.levelname, logged.problem, logged.where) == ("ERROR", "next is not a function", "app.js:64")
    assert '"BrowserErrors":[1.0]' in capsys.readouterr().out
