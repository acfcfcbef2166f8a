"""POST /documents"""
import base64
import json
import uuid

from .storage import documents

HEADERS = {"Access-Control-Allow-Origin": "*"}


def handler(event, context):
    body = json.loads(event.get("body") or "{}")
    if "content" not in body:
        return {"statusCode": 400, "headers": HEADERS, "body": json.dumps({"error": "no content"})}
    document_id = str(uuid.uuid4())
    documents().write(document_id, base64.b64decode(body["content"]))
    return {"statusCode": 202, "headers": HEADERS, "body": json.dumps({"id": document_id})}
