#!/usr/bin/env python3
"""The API on this machine, against the resources of dev: PYTHONPATH=src flask --app local/server.py run"""
from flask import Flask, Response, request

from documents import health, records, upload
from documents.guard import require_key

app = Flask(__name__)


def answered(answer: dict) -> Response:
    return Response(answer["body"], status=answer["statusCode"], headers=answer.get("headers"))


@app.before_request
def guarded():
    if request.path == "/health":
        return None
    refusal = require_key({"headers": {name.lower(): value for name, value in request.headers.items()}})
    return None if refusal is None else answered(refusal)


@app.get("/health")
def healthy():
    return answered(health.handler({}, None))


@app.post("/documents")
def store():
    return answered(upload.handler({"body": request.get_data(as_text=True)}, None))


@app.get("/documents/<document_id>")
def record(document_id: str):
    return answered(records.handler({"pathParameters": {"id": document_id}}, None))


if __name__ == "__main__":
    app.run(port=8000, debug=True)
