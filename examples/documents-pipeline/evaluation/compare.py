#!/usr/bin/env python3
"""How many fields of the sample letters the model finds. By hand: python3 evaluation/compare.py MODEL_ID"""
import json
import sys
from pathlib import Path

import boto3

HERE = Path(__file__).parent
PROMPT = "Extract patient name, date of birth, diagnosis and medication as JSON:\n\n"


def ask(model: str, text: str) -> dict:
    answer = boto3.client("bedrock-runtime").invoke_model(
        modelId=model,
        body=json.dumps(
            {
                "anthropic_version": "bedrock-2023-05-31",
                "max_tokens": 1000,
                "messages": [{"role": "user", "content": PROMPT + text}],
            }
        ),
    )
    return json.loads(json.loads(answer["body"].read())["content"][0]["text"])


def main(model: str) -> None:
    expected = json.loads((HERE / "expected.json").read_text())
    found = total = 0
    for name, fields in expected.items():
        said = ask(model, (HERE / "samples" / name).read_text())
        total += len(fields)
        found += sum(said.get(field) == value for field, value in fields.items())
    print(f"{found} of {total} fields")


if __name__ == "__main__":
    main(sys.argv[1])
