"""Which container has read a user's file last: a lease with owner and expiry."""

import os
import time
import uuid

import boto3

from clients import CONFIG

CONTAINER = str(uuid.uuid4())
LEASE_SECONDS = 300
sessions = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["SESSIONS_TABLE"])


def still_mine(user_id):
    """Takes or renews the lease. True when no other container has had it since, so that the file at hand is current."""
    now = int(time.time())
    before = sessions.put_item(
        Item={"user_id": user_id, "owner": CONTAINER, "expires_at": now + LEASE_SECONDS},
        ReturnValues="ALL_OLD",
    ).get("Attributes")
    return before is not None and before["owner"] == CONTAINER and before["expires_at"] >= now
