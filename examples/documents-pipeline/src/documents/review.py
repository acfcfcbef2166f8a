"""What the model did not understand goes to a person."""
import json
import os

import boto3


def to_review(document_id: str, text: str, reason: str) -> None:
    boto3.client("sqs").send_message(
        QueueUrl=os.environ["REVIEW_QUEUE_URL"],
        MessageBody=json.dumps({"document_id": document_id, "reason": reason, "text": text}),
    )
