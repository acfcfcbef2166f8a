"""Whether the API can work: each dependency is asked, with the time that it took."""

import os
import time

import accounts
import store


def report():
    checks = {
        "tables": timed(lambda: accounts.users.get_item(Key={"user_id": "health"})),
        "files": timed(lambda: store.s3.list_objects_v2(Bucket=store.BUCKET, MaxKeys=1)),
    }
    return {
        "healthy": all(check["ok"] for check in checks.values()),
        "version": os.environ.get("AWS_LAMBDA_FUNCTION_VERSION"),
        "time": int(time.time()),
        "checks": checks,
    }


def timed(ask):
    started = time.time()
    try:
        ask()
        ok = True
    except Exception:
        ok = False
    return {"ok": ok, "ms": int((time.time() - started) * 1000)}
