import pytest


@pytest.mark.parametrize("name", ["'; DROP TABLE decks; --", "x' OR '1'='1", 'a"); DELETE FROM cards; --'])
def test_sql_in_a_name_is_a_name(api, deck, name):
    made = api.call("POST /api/decks", body={"name": name})[1]["id"]
    assert api.call("GET /api/decks/{deckId}", path={"deckId": made})[1]["name"] == name
    assert len(api.call("GET /api/decks")[1]["items"]) == 2


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "%", "../users/eve"])
def test_sql_in_an_id_finds_nothing(api, deck, hostile):
    assert api.call("GET /api/decks/{deckId}", path={"deckId": hostile})[0] == 404


def test_markup_comes_back_as_json_and_never_as_a_page(api, deck):
    markup = "<img src=x onerror=alert(1)>"
    body = {"front": markup, "back": markup}
    api.call("POST /api/decks/{deckId}/cards", path={"deckId": deck}, body=body)
    event = {
        "routeKey": "GET /api/review/due",
        "headers": {"x-origin-verify": "what the distribution shows"},
        "requestContext": {"requestId": "request-1", "authorizer": {"jwt": {"claims": {"sub": "ada"}}}},
    }
    answer = api.app.handler(event, type("Context", (), {"function_name": "f", "memory_limit_in_mb": 1, "invoked_function_arn": "a", "aws_request_id": "i"}))
    assert answer["headers"]["content-type"] == "application/json"
    assert "set-cookie" not in answer["headers"], "a page of another origin has no cookie to ride on"


def test_no_answer_allows_another_origin(api):
    assert "access-control-allow-origin" not in str(api.call("GET /api/health")).lower()


@pytest.mark.parametrize("shown", ["", "guess"])
def test_who_walks_around_the_distribution_is_refused(api, shown):
    status, answer = api.call("GET /api/decks", shown=shown)
    assert (status, answer["code"]) == (403, "wrong-door")


def test_without_a_user_only_health_answers(api):
    answers = {route: api.call(route, user=None, body={}, path={"deckId": "1", "cardId": "1"})[0] for route in api.app.ROUTES}
    assert {route for route, status in answers.items() if status != 401} == {"GET /api/health"}


def test_what_was_refused_is_not_repeated(api):
    message = api.call("POST /api/decks", body={"name": 5, "password": "hunter2"})[1]["message"]
    assert "hunter2" not in message
