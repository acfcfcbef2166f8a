"""The function as Lambda runs it, against emulated S3, DynamoDB, Cognito and Secrets Manager."""

import importlib
import json
import os
import pathlib
import sys

import boto3
import pytest
from moto import mock_aws

SRC = pathlib.Path(__file__).parent.parent / "src"
MODULES = [file.stem for file in SRC.glob("*.py")]
TABLES = {"users": "user_id", "sessions": "user_id", "locks": "lock_id"}
EDGE = "what the distribution shows"

os.environ.update(
    AWS_DEFAULT_REGION="us-east-1",
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_LAMBDA_FUNCTION_NAME="flashcards-test-api",
    POWERTOOLS_TRACE_DISABLED="true",
    DATA_BUCKET="data",
    USERS_TABLE="users",
    SESSIONS_TABLE="sessions",
    LOCKS_TABLE="locks",
)


class Container:
    """One warm container: its own modules, its own /tmp."""

    def __init__(self, folder):
        for name in MODULES:
            sys.modules.pop(name, None)
        self.app = importlib.import_module("app")
        self.store = self.app.store
        self.decks = self.app.decks
        self.store.FOLDER = str(folder)

    def call(self, route, user="ada", body=None, path=None, query=None, shown=EDGE):
        claims = {"jwt": {"claims": {"sub": user}}} if user else {}
        event = {
            "routeKey": route,
            "headers": {"x-origin-verify": shown},
            "requestContext": {"requestId": "request-1", "authorizer": claims},
            "pathParameters": path,
            "queryStringParameters": query,
            "body": body if isinstance(body, str) or body is None else json.dumps(body),
        }
        answer = self.app.handler(event, Context())
        return answer["statusCode"], json.loads(answer["body"])


class Context:
    function_name = "flashcards-test-api"
    memory_limit_in_mb = 512
    invoked_function_arn = "arn:aws:lambda:us-east-1:123456789012:function:flashcards-test-api"
    aws_request_id = "invocation-1"


@pytest.fixture
def aws():
    with mock_aws():
        boto3.client("s3").create_bucket(Bucket="data")
        for table, key in TABLES.items():
            boto3.client("dynamodb").create_table(
                TableName=table,
                KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
                AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}],
                BillingMode="PAY_PER_REQUEST",
            )
        secret = boto3.client("secretsmanager").create_secret(Name="origin", SecretString=EDGE)
        os.environ["ORIGIN_SECRET_ARN"] = secret["ARN"]
        pool = boto3.client("cognito-idp").create_user_pool(PoolName="users", UsernameAttributes=["email"])
        os.environ["USER_POOL_ID"] = pool["UserPool"]["Id"]
        yield


@pytest.fixture
def another(aws, tmp_path):
    """Starts containers, each with a folder of its own."""
    started = []

    def start():
        folder = tmp_path / str(len(started))
        folder.mkdir()
        started.append(Container(folder))
        return started[-1]

    return start


@pytest.fixture
def api(another):
    return another()


@pytest.fixture
def deck(api):
    return api.call("POST /api/decks", body={"name": "Capitals"})[1]["id"]


@pytest.fixture
def card(api, deck):
    body = {"front": "Peru", "back": "Lima"}
    return api.call("POST /api/decks/{deckId}/cards", path={"deckId": deck}, body=body)[1]["id"]
