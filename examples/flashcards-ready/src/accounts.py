"""What is kept of a user beside the cards."""

import os
import time

import boto3

users = boto3.resource("dynamodb").Table(os.environ["USERS_TABLE"])


def seen(user_id):
    users.update_item(
        Key={"user_id": user_id},
        UpdateExpression="SET first_seen = if_not_exists(first_seen, :now), last_seen = :now",
        ExpressionAttributeValues={":now": int(time.time())},
    )


def first_seen(user_id):
    account = users.get_item(Key={"user_id": user_id}).get("Item", {})
    return int(account["first_seen"]) if "first_seen" in account else None
