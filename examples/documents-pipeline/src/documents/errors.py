"""Every error in one shape: {"code", "message"}, as docs/api.yaml promises."""
import json

HEADERS = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}


def problem(status: int, code: str, message: str) -> dict:
    return {"statusCode": status, "headers": HEADERS, "body": json.dumps({"code": code, "message": message})}
