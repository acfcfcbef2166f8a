"""Which container holds a user's file: a lease with owner and expiry in the sessions table."""

import os
import time
import uuid

import boto3
from botocore.exceptions import ClientError

import store

CONTAINER = str(uuid.uuid4())
LEASE_SECONDS = 300
sessions = boto3.resource("dynamodb").Table(os.environ["SESSIONS_TABLE"])


def take(user_id):
    now = int(time.time())
    try:
        sessions.put_item(
            Item={"user_id": user_id, "owner": CONTAINER, "expires_at": now + LEASE_SECONDS},
            ConditionExpression="attribute_not_exists(user_id) OR #o = :me OR expires_at < :now",
            ExpressionAttributeNames={"#o": "owner"},
            ExpressionAttributeValues={":me": CONTAINER, ":now": now},
        )
    except ClientError as problem:
        if problem.response["Error"]["Code"] == "ConditionalCheckFailedException":
            raise store.Conflict("another container holds this session") from None
        raise


def start(_user_id, event):
    """Called by the site after sign-in. The other routes take the lease themselves."""
    user_id = event["queryStringParameters"]["userId"]
    return {"session": store.begin(user_id)}


def end(user_id, _event):
    store.upload(user_id)
    sessions.delete_item(
        Key={"user_id": user_id},
        ConditionExpression="attribute_not_exists(user_id) OR #o = :me",
        ExpressionAttributeNames={"#o": "owner"},
        ExpressionAttributeValues={":me": CONTAINER},
    )
    return {"ended": True}


def sweep():
    """Removes leases that ended and that nobody gave back."""
    now = int(time.time())
    for lease in sessions.scan()["Items"]:
        if lease["expires_at"] < now:
            sessions.delete_item(Key={"user_id": lease["user_id"]})
