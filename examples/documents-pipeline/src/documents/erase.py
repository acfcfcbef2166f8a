"""Forgets a document: the upload, the result and the record."""
import os

import boto3


def erase(document_id: str) -> None:
    s3 = boto3.client("s3")
    s3.delete_object(Bucket=os.environ["DOCUMENTS_BUCKET"], Key=document_id)
    s3.delete_object(Bucket=os.environ["RESULTS_BUCKET"], Key=f"{document_id}.json")
    boto3.resource("dynamodb").Table(os.environ["RECORDS_TABLE"]).delete_item(Key={"document_id": document_id})
