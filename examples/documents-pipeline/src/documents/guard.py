"""Who may call the API: whoever knows the key."""
import hmac
import os

from .errors import problem


def require_key(event) -> dict | None:
    """The answer to somebody without the key; None for everybody else."""
    given = (event.get("headers") or {}).get("x-api-key", "")
    if hmac.compare_digest(given, os.environ["API_SECRET_KEY"]):
        return None
    return problem(401, "unauthorized", "the key is missing or wrong")
