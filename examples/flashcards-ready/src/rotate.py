"""Rotates the origin secret: a new value, shown by the distribution, then made current. Secrets Manager calls each step."""

import os
import secrets as random

import boto3
from botocore.config import Config

# Three attempts of 7 s at most; the function has 60 s.
CONFIG = Config(connect_timeout=2, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 3})
manager = boto3.client("secretsmanager", config=CONFIG)
cloudfront = boto3.client("cloudfront", config=CONFIG)


class NotYet(Exception):
    """The distribution is still rolling out; Secrets Manager asks again."""


def handler(event, _context):
    STEPS[event["Step"]](event["SecretId"], event["ClientRequestToken"])


def create(secret, version):
    try:
        manager.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")
    except manager.exceptions.ResourceNotFoundException:
        manager.put_secret_value(
            SecretId=secret,
            ClientRequestToken=version,
            SecretString=random.token_urlsafe(30),
            VersionStages=["AWSPENDING"],
        )


def show(secret, version):
    value = manager.get_secret_value(SecretId=secret, VersionId=version, VersionStage="AWSPENDING")["SecretString"]
    answer = cloudfront.get_distribution_config(Id=os.environ["DISTRIBUTION_ID"])
    headers = [
        header
        for origin in answer["DistributionConfig"]["Origins"]["Items"]
        for header in origin.get("CustomHeaders", {}).get("Items", [])
        if header["HeaderName"].lower() == "x-origin-verify"
    ]
    if all(header["HeaderValue"] == value for header in headers):
        return
    for header in headers:
        header["HeaderValue"] = value
    cloudfront.update_distribution(
        Id=os.environ["DISTRIBUTION_ID"], IfMatch=answer["ETag"], DistributionConfig=answer["DistributionConfig"]
    )


def test(_secret, _version):
    status = cloudfront.get_distribution(Id=os.environ["DISTRIBUTION_ID"])["Distribution"]["Status"]
    if status != "Deployed":
        raise NotYet(status)


def finish(secret, version):
    stages = manager.describe_secret(SecretId=secret)["VersionIdsToStages"]
    current = next((known for known, names in stages.items() if "AWSCURRENT" in names), None)
    if current == version:
        return
    manager.update_secret_version_stage(
        SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=version, RemoveFromVersionId=current
    )


STEPS = {"createSecret": create, "setSecret": show, "testSecret": test, "finishSecret": finish}
