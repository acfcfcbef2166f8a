"""Moves the files of the first version to their new owners: move.py plan|copy|verify|undo <old bucket> <new bucket> <owners.csv>

owners.csv has a line `old id,new id` for each user. Nothing is ever changed in the old bucket, so that undo is to go on
with the first version. `copy` leaves alone what is there already.
"""

import csv
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client("s3", config=Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 5}))


def key(user_id):
    return f"users/{user_id}.db"


def head(bucket, user_id):
    try:
        return s3.head_object(Bucket=bucket, Key=key(user_id))
    except ClientError as problem:
        if problem.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
            return None
        raise


def plan(old, new, owners):
    """What copy would do. Changes nothing."""
    for before, after in owners:
        state = "missing" if head(old, before) is None else "there already" if head(new, after) else "to copy"
        print(f"{key(before)} -> {key(after)}: {state}")


def copy(old, new, owners):
    for before, after in owners:
        if head(old, before) and not head(new, after):
            s3.copy_object(
                Bucket=new, Key=key(after), CopySource={"Bucket": old, "Key": key(before)}, Metadata={"moved-from": before}, MetadataDirective="REPLACE"
            )


def verify(old, new, owners):
    wrong = [after for before, after in owners if content(old, before) != content(new, after)]
    print(f"{len(owners) - len(wrong)} of {len(owners)} are the same", *wrong, sep="\n")
    return 1 if wrong else 0


def undo(_old, new, owners):
    """Removes what copy made and nobody has changed since."""
    for before, after in owners:
        moved = head(new, after)
        if moved and moved["Metadata"].get("moved-from") == before:
            s3.delete_object(Bucket=new, Key=key(after))


def content(bucket, user_id):
    return s3.get_object(Bucket=bucket, Key=key(user_id))["Body"].read() if head(bucket, user_id) else None


STEPS = {"plan": plan, "copy": copy, "verify": verify, "undo": undo}

if __name__ == "__main__":
    step, old_bucket, new_bucket, file = sys.argv[1:5]
    with open(file, newline="") as lines:
        sys.exit(STEPS[step](old_bucket, new_bucket, [tuple(line) for line in csv.reader(lines)]))
