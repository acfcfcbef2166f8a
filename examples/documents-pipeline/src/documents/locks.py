"""One worker for each document: a lease with an owner and an end."""
import os
import time

import boto3
from botocore.exceptions import ClientError


def acquire(document_id: str, owner: str, seconds: int = 120) -> bool:
    table = boto3.resource("dynamodb").Table(os.environ["LOCKS_TABLE"])
    now = int(time.time())
    try:
        table.put_item(
            Item={"document_id": document_id, "owner": owner, "expires_at": now + seconds},
            ConditionExpression="attribute_not_exists(document_id) OR expires_at < :now",
            ExpressionAttributeValues={":now": now},
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True
