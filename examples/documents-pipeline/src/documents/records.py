"""GET /documents/{id}"""
import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["RECORDS_TABLE"])


def handler(event, context):
    item = table.get_item(Key={"document_id": event["pathParameters"]["id"]}).get("Item")
    status = 200 if item else 404
    return {
        "statusCode": status,
        "headers": {"Access-Control-Allow-Origin": "*"},
        "body": json.dumps(item or {"error": "not found"}),
    }
