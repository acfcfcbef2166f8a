"""GET /health: asks the bucket and the table."""
import json
import os
import time

import boto3


def handler(event, context):
    parts = {
        "storage": lambda: boto3.client("s3").head_bucket(Bucket=os.environ["DOCUMENTS_BUCKET"]),
        "records": lambda: boto3.client("dynamodb").describe_table(TableName=os.environ["RECORDS_TABLE"]),
    }
    found = {name: asked(call) for name, call in parts.items()}
    healthy = all(part["status"] == "ok" for part in found.values())
    return {
        "statusCode": 200 if healthy else 503,
        "body": json.dumps({"status": "ok" if healthy else "failing", "at": time.time(), **found}),
    }


def asked(call) -> dict:
    began = time.monotonic()
    try:
        call()
        status = "ok"
    except Exception:
        status = "failing"
    return {"status": status, "milliseconds": round((time.monotonic() - began) * 1000)}
