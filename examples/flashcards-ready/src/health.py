"""Whether the API can work: each dependency is asked, with the time that it took."""

import time

import accounts
import limits
import sessions
import store
import version


def report():
    checks = {
        "users": timed(lambda: accounts.users.get_item(Key={"user_id": "health"})),
        "sessions": timed(lambda: sessions.still_mine("health")),
        "locks": timed(lambda: limits.locks.get_item(Key={"lock_id": "health"})),
        "files": timed(lambda: store.s3.list_objects_v2(Bucket=store.BUCKET, MaxKeys=1)),
    }
    return {
        "healthy": all(check["ok"] for check in checks.values()),
        "version": version.commit(),
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
