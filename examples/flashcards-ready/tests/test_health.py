import boto3


def test_all_is_well(api):
    status, report = api.call("GET /api/health", user=None)
    assert (status, report["healthy"]) == (200, True)
    assert set(report["checks"]) == {"users", "sessions", "locks", "files"}
    assert all(check["ms"] >= 0 for check in report["checks"].values())
    assert report["version"] == "unpackaged"


def test_it_fails_with_a_table(api):
    boto3.client("dynamodb").delete_table(TableName="users")
    status, report = api.call("GET /api/health", user=None)
    assert (status, report["healthy"]) == (503, False)
    assert {name for name, check in report["checks"].items() if not check["ok"]} == {"users"}


def test_it_fails_with_the_bucket(api):
    boto3.client("s3").delete_bucket(Bucket="data")
    status, report = api.call("GET /api/health", user=None)
    assert status == 503
    assert report["checks"]["files"]["ok"] is False


def test_the_commit_is_that_of_the_archive(api, tmp_path, monkeypatch):
    (tmp_path / "version.txt").write_text("0a1b2c3\n")
    monkeypatch.setattr(api.app.health.version, "__file__", str(tmp_path / "version.py"))
    assert api.call("GET /api/health", user=None)[1]["version"] == "0a1b2c3"
