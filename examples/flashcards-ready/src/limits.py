"""How often one user may call. The gateway throttles all users together, the web ACL each address."""

import os
import time

import boto3

from clients import CONFIG

PER_MINUTE = 120
locks = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["LOCKS_TABLE"])


class TooMany(Exception):
    pass


def count(user_id):
    now = int(time.time())
    calls = locks.update_item(
        Key={"lock_id": f"rate/{user_id}/{now // 60}"},
        UpdateExpression="SET expires_at = :end ADD calls :one",
        ExpressionAttributeValues={":end": now + 120, ":one": 1},
        ReturnValues="UPDATED_NEW",
    )["Attributes"]["calls"]
    if calls > PER_MINUTE:
        raise TooMany(user_id)
