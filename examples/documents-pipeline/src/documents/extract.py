"""Asks the model for the fields of a document and stores what it says."""
import json
import os

import boto3

from .storage import DocumentStore, documents

bedrock = boto3.client("bedrock-runtime")
table = boto3.resource("dynamodb").Table(os.environ["RECORDS_TABLE"])

PROMPT = "Extract patient name, date of birth, diagnosis and medication as JSON:\n\n"


def handler(event, context):
    for message in event["Records"]:
        key = json.loads(message["body"])["detail"]["object"]["key"]
        text = documents().read(key).decode("utf-8", "replace")
        print(f"extracting {key}: {text[:200]}")
        answer = bedrock.invoke_model(
            modelId=os.environ["MODEL_ID"],
            body=json.dumps(
                {
                    "anthropic_version": "bedrock-2023-05-31",
                    "max_tokens": 1000,
                    "messages": [{"role": "user", "content": PROMPT + text}],
                }
            ),
        )
        content = json.loads(answer["body"].read())["content"][0]["text"]
        fields = json.loads(content)
        DocumentStore(os.environ["RESULTS_BUCKET"]).write(f"{key}.json", content.encode())
        table.put_item(Item={"document_id": key, **fields})
