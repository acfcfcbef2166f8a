"""The parts that the routes do not show: migrations, the breaker, the secret of the origin and its rotation."""

import importlib
import sqlite3

import pytest
from botocore.exceptions import ClientError

TROUBLE = ClientError({"Error": {"Code": "InternalServerError"}}, "GetItem")


def failing():
    raise TROUBLE


def test_a_file_of_the_first_version_is_brought_up_and_keeps_its_cards(api):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE decks (id TEXT PRIMARY KEY, name TEXT NOT NULL)")
    db.execute("INSERT INTO decks VALUES ('1', 'Capitals')")
    db.commit()
    migrations = api.store.migrations
    migrations.migrate(db)
    migrations.migrate(db)
    assert migrations.version(db) == len(migrations.STEPS) == 2
    assert db.execute("SELECT name FROM decks").fetchall() == [("Capitals",)]
    used = db.execute("EXPLAIN QUERY PLAN SELECT id FROM cards WHERE deck_id = ? AND id > ?", ("1", "")).fetchall()
    assert "cards_of_deck" in used[0][3]


def test_a_breaker_opens_after_failures_and_closes_after_its_rest(api, monkeypatch):
    breaker = importlib.import_module("breaker")
    now = [0.0]
    monkeypatch.setattr(breaker.time, "monotonic", lambda: now[0])
    patient = breaker.Breaker(failures=2, rest_seconds=30)
    asked = []
    assert patient.call(failing, fallback="none") == "none"
    assert patient.call(failing, fallback="none") == "none"
    assert patient.call(lambda: asked.append(1), fallback="none") == "none"
    assert asked == []
    now[0] = 31.0
    assert patient.call(lambda: "answer", fallback="none") == "answer"


def test_the_origin_keeps_what_it_knows_while_the_secret_cannot_be_read(api, monkeypatch):
    origin = api.app.origin
    assert origin.came_through("what the distribution shows")
    origin.known["until"] = 0.0
    monkeypatch.setattr(origin, "read", lambda _: failing())
    assert origin.came_through("what the distribution shows")
    origin.known.update(values=[], until=0.0)
    with pytest.raises(ClientError):
        origin.came_through("what the distribution shows")


class Distribution:
    """A distribution that shows a value, and takes a while to roll out another."""

    def __init__(self):
        self.header = {"HeaderName": "X-Origin-Verify", "HeaderValue": "old"}
        self.status = "Deployed"

    def get_distribution_config(self, Id):
        origins = {"Items": [{"CustomHeaders": {"Items": [self.header]}}, {"CustomHeaders": {}}]}
        return {"ETag": "1", "DistributionConfig": {"Origins": origins}}

    def update_distribution(self, Id, IfMatch, DistributionConfig):
        self.status = "InProgress"

    def get_distribution(self, Id):
        return {"Distribution": {"Status": self.status}}


def test_a_rotation_shows_the_new_value_before_it_is_current(api, monkeypatch):
    rotate = importlib.import_module("rotate")
    edge = Distribution()
    monkeypatch.setattr(rotate, "cloudfront", edge)
    monkeypatch.setenv("DISTRIBUTION_ID", "E1")
    event = {"SecretId": "origin", "ClientRequestToken": "0" * 32}

    rotate.handler(event | {"Step": "createSecret"}, None)
    rotate.handler(event | {"Step": "setSecret"}, None)
    value = rotate.manager.get_secret_value(SecretId="origin", VersionStage="AWSPENDING")["SecretString"]
    assert edge.header["HeaderValue"] == value != "old"

    with pytest.raises(rotate.NotYet):
        rotate.handler(event | {"Step": "testSecret"}, None)
    edge.status = "Deployed"
    rotate.handler(event | {"Step": "testSecret"}, None)
    rotate.handler(event | {"Step": "finishSecret"}, None)
    stages = rotate.manager.describe_secret(SecretId="origin")["VersionIdsToStages"]
    assert [version for version, names in stages.items() if "AWSCURRENT" in names] == ["0" * 32]
