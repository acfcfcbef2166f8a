"""A user's SQLite file: fetched from S3 once per container, changed in /tmp, uploaded later.

The upload is deferred: after UPLOAD_AFTER changes or when the session ends. An ETag guards it, so that two containers
cannot overwrite each other.
"""

import os
import sqlite3

import boto3
from botocore.exceptions import ClientError

import decks
import locks
import sessions

UPLOAD_AFTER = 20
BUCKET = os.environ["DATA_BUCKET"]
s3 = boto3.client("s3")

# Of this container: user -> (connection, ETag it was read with), and the changes not uploaded yet.
opened = {}
pending = {}


class Conflict(Exception):
    pass


def key(user_id):
    return f"users/{user_id}.db"


def path(user_id):
    return f"/tmp/{user_id}.db"


def open_for(user_id):
    if user_id in opened:
        return opened[user_id][0]
    sessions.take(user_id)
    try:
        answer = s3.get_object(Bucket=BUCKET, Key=key(user_id))
        with open(path(user_id), "wb") as file:
            file.write(answer["Body"].read())
        etag = answer["ETag"]
    except s3.exceptions.NoSuchKey:
        etag = None
    connection = sqlite3.connect(path(user_id))
    decks.create(connection)
    opened[user_id] = (connection, etag)
    return connection


def changed(user_id):
    """Counts a change that was answered already; only every twentieth is uploaded at once."""
    pending[user_id] = pending.get(user_id, 0) + 1
    if pending[user_id] >= UPLOAD_AFTER:
        upload(user_id)


def upload(user_id):
    if not pending.get(user_id):
        return
    connection, etag = opened[user_id]
    connection.commit()
    guard = {"IfMatch": etag} if etag else {"IfNoneMatch": "*"}
    with locks.held(key(user_id), sessions.CONTAINER):
        try:
            with open(path(user_id), "rb") as file:
                answer = s3.put_object(Bucket=BUCKET, Key=key(user_id), Body=file, **guard)
        except ClientError as problem:
            if problem.response["ResponseMetadata"]["HTTPStatusCode"] in (409, 412):
                raise Conflict("the file was changed by another container") from None
            raise
    opened[user_id] = (connection, answer["ETag"])
    pending[user_id] = 0
