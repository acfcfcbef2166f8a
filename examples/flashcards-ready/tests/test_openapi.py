"""The document, the code and the gateway say the same."""

import pathlib
import re

import jsonschema
import pytest
import yaml

TOP = pathlib.Path(__file__).parent.parent
DOCUMENT = yaml.safe_load((TOP / "openapi.yaml").read_text())
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if method != "parameters"
}


def schema_of(route, status):
    responses = OPERATIONS[route]["responses"]
    name = responses.get(str(status), responses.get("default"))["$ref"].rsplit("/", 1)[-1]
    return DOCUMENT["components"]["responses"][name]["content"]["application/json"]["schema"]


def test_document_code_and_gateway_have_the_same_routes(api):
    gateway = re.findall(r'"((?:GET|POST|PUT|DELETE) /api/[^"]+)"', (TOP / "infra/api.tf").read_text())
    assert sorted(OPERATIONS) == sorted(api.app.ROUTES) == sorted(gateway)


@pytest.mark.parametrize("route", OPERATIONS)
@pytest.mark.parametrize("known", [True, False], ids=["found", "not found"])
def test_answers_are_as_documented(api, deck, card, monkeypatch, route, known):
    monkeypatch.setattr(api.app.accounts.cognito, "admin_delete_user", lambda **_: None)
    bodies = {
        "POST /api/review": {"cardId": card if known else "none", "grade": 4},
        "POST /api/errors": {"message": "broken", "where": "app.js:1"},
    }
    body = bodies.get(route, {"name": "Rivers"} if "cards" not in route else {"front": "Peru", "back": "Lima"})
    path = {"deckId": deck, "cardId": card} if known else {"deckId": "none", "cardId": "none"}
    status, answer = api.call(route, path=path, body=body)
    schema = schema_of(route, status) | {"components": DOCUMENT["components"]}
    jsonschema.validate(answer, schema)
    assert status == 200 or not known
