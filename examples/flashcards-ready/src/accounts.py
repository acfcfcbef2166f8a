"""What is kept of a user beside the cards."""

import os
import time

import boto3

from breaker import Breaker
from clients import CONFIG

users = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["USERS_TABLE"])
cognito = boto3.client("cognito-idp", config=CONFIG)
patient = Breaker(failures=3, rest_seconds=30)


def seen(user_id):
    users.update_item(
        Key={"user_id": user_id},
        UpdateExpression="SET first_seen = if_not_exists(first_seen, :now), last_seen = :now",
        ExpressionAttributeValues={":now": int(time.time())},
    )


def first_seen(user_id):
    """Nice to know: None where the table does not answer."""
    account = patient.call(lambda: users.get_item(Key={"user_id": user_id}).get("Item", {}), fallback={})
    return int(account["first_seen"]) if "first_seen" in account else None


def remove(user_id):
    """The row and the sign-in. The pool signs in by e-mail, so that its user names are the ids of the tokens."""
    users.delete_item(Key={"user_id": user_id})
    cognito.admin_delete_user(UserPoolId=os.environ["USER_POOL_ID"], Username=user_id)
