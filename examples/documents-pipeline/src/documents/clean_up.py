"""Removes records without a document."""
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["RECORDS_TABLE"])


def handler(event, context):
    for item in table.scan()["Items"]:
        if item.get("orphaned"):
            table.delete_item(Key={"document_id": item["document_id"]})
