"""Documents in S3."""
import os

import boto3
from botocore.config import Config

# Three tries for S3. The other clients keep the defaults of boto3.
s3 = boto3.client("s3", config=Config(retries={"max_attempts": 3, "mode": "adaptive"}))


class DocumentStore:
    def __init__(self, bucket: str, check: bool = True) -> None:
        self.bucket = bucket
        if check:
            # Creates the bucket when it is missing. Runs in Lambda too.
            try:
                s3.head_bucket(Bucket=bucket)
            except s3.exceptions.ClientError:
                s3.create_bucket(Bucket=bucket)

    def read(self, key: str) -> bytes:
        return s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()

    def write(self, key: str, body: bytes) -> None:
        s3.put_object(Bucket=self.bucket, Key=key, Body=body)


def documents() -> DocumentStore:
    return DocumentStore(os.environ["DOCUMENTS_BUCKET"])
