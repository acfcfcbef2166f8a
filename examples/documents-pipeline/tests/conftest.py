"""What the tests will need."""
import json

import pytest


@pytest.fixture
def upload_event() -> dict:
    return {"body": json.dumps({"content": "bGV0dGVy"}), "headers": {}}


@pytest.fixture
def work_event() -> dict:
    detail = {"detail": {"object": {"key": "letter-1"}}}
    return {"Records": [{"messageId": "1", "body": json.dumps(detail)}]}
