"""One writer at a time: a row in the locks table, gone after the change or half a minute later."""

import contextlib
import os
import random
import time

import boto3
from botocore.exceptions import ClientError

from clients import CONFIG

HOLD_SECONDS = 30
ATTEMPTS = 5
locks = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["LOCKS_TABLE"])


class Busy(Exception):
    pass


@contextlib.contextmanager
def held(lock_id, owner):
    for attempt in range(ATTEMPTS):
        if taken(lock_id, owner):
            break
        time.sleep(random.uniform(0, 0.1 * 2**attempt))
    else:
        raise Busy(lock_id)
    try:
        yield
    finally:
        with contextlib.suppress(locks.meta.client.exceptions.ConditionalCheckFailedException):
            locks.delete_item(
                Key={"lock_id": lock_id},
                ConditionExpression="#o = :me",
                ExpressionAttributeNames={"#o": "owner"},
                ExpressionAttributeValues={":me": owner},
            )


def taken(lock_id, owner):
    now = int(time.time())
    try:
        locks.put_item(
            Item={"lock_id": lock_id, "owner": owner, "expires_at": now + HOLD_SECONDS},
            ConditionExpression="attribute_not_exists(lock_id) OR expires_at < :now",
            ExpressionAttributeValues={":now": now},
        )
    except ClientError as problem:
        if problem.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True
