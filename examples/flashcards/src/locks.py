"""One writer at a time: a row in the locks table, gone after the upload or a minute later."""

import contextlib
import os
import time

import boto3
from botocore.exceptions import ClientError

HOLD_SECONDS = 60
locks = boto3.resource("dynamodb").Table(os.environ["LOCKS_TABLE"])


class Busy(Exception):
    pass


@contextlib.contextmanager
def held(lock_id, owner):
    now = int(time.time())
    try:
        locks.put_item(
            Item={"lock_id": lock_id, "owner": owner, "expires_at": now + HOLD_SECONDS},
            ConditionExpression="attribute_not_exists(lock_id) OR expires_at < :now",
            ExpressionAttributeValues={":now": now},
        )
    except ClientError as problem:
        if problem.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise Busy(lock_id) from None
        raise
    try:
        yield
    finally:
        locks.delete_item(
            Key={"lock_id": lock_id},
            ConditionExpression="#o = :me",
            ExpressionAttributeNames={"#o": "owner"},
            ExpressionAttributeValues={":me": owner},
        )
