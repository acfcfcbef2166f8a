"""A user's SQLite file: read from S3, changed in /tmp, and stored again before anybody is told that it changed.

A lease saves the read where the same container is asked twice; the ETag decides in any case.
"""

import contextlib
import os
import sqlite3
import uuid

import boto3
from botocore.exceptions import ClientError

import accounts
import locks
import migrations
import sessions
import telemetry
from clients import CONFIG

BUCKET = os.environ["DATA_BUCKET"]
FOLDER = "/tmp"
s3 = boto3.client("s3", config=CONFIG)

# Of this container: user -> (connection, ETag it was read with).
opened = {}


class Conflict(Exception):
    pass


def key(user_id):
    return f"users/{user_id}.db"


def path(user_id):
    return f"{FOLDER}/{user_id}.db"


def latest(user_id):
    mine = sessions.still_mine(user_id)
    if not mine or user_id not in opened:
        read(user_id)
    return opened[user_id][0]


@contextlib.contextmanager
def changing(user_id):
    try:
        with locks.held(key(user_id), str(uuid.uuid4())):
            yield latest(user_id)
            write(user_id)
    except locks.Busy:
        raise Conflict(user_id) from None
    except Exception:
        forget(user_id)
        raise


def read(user_id):
    forget(user_id)
    try:
        answer = s3.get_object(Bucket=BUCKET, Key=key(user_id))
        with open(path(user_id), "wb") as file:
            file.write(answer["Body"].read())
        etag = answer["ETag"]
    except s3.exceptions.NoSuchKey:
        etag = None
        accounts.seen(user_id)
    connection = sqlite3.connect(path(user_id))
    migrations.migrate(connection)
    opened[user_id] = (connection, etag)


def write(user_id):
    connection, etag = opened[user_id]
    connection.commit()
    guard = {"IfMatch": etag} if etag else {"IfNoneMatch": "*"}
    try:
        with open(path(user_id), "rb") as file:
            answer = s3.put_object(Bucket=BUCKET, Key=key(user_id), Body=file, **guard)
    except ClientError as problem:
        if problem.response["ResponseMetadata"]["HTTPStatusCode"] in (409, 412):
            raise Conflict(user_id) from None
        raise
    if etag is None:
        telemetry.count("NewUsers")
    opened[user_id] = (connection, answer["ETag"])


def remove(user_id):
    """The file; its old versions go with the lifecycle of the bucket."""
    forget(user_id)
    s3.delete_object(Bucket=BUCKET, Key=key(user_id))


def forget(user_id):
    if user_id in opened:
        opened.pop(user_id)[0].close()
    with contextlib.suppress(FileNotFoundError):
        os.remove(path(user_id))
