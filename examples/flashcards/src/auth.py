"""Accounts and sign-in tokens (JWT, HS256)."""

import base64
import hashlib
import hmac
import json
import os
import time
import uuid

import boto3

KEY = os.environ["SECRET_KEY"].encode()
LIFETIME = os.environ.get("TOKEN_LIFETIME", "")
users = boto3.resource("dynamodb").Table(os.environ["USERS_TABLE"])


class NotSignedIn(Exception):
    pass


def register(email, password):
    salt = os.urandom(16).hex()
    account = {"email": email, "user_id": str(uuid.uuid4()), "salt": salt, "password": digest(password, salt)}
    users.put_item(Item=account, ConditionExpression="attribute_not_exists(email)")
    return {"token": token_for(account["user_id"])}


def login(email, password):
    account = users.get_item(Key={"email": email}).get("Item")
    if account is None or not hmac.compare_digest(account["password"], digest(password, account["salt"])):
        raise NotSignedIn("wrong e-mail or password")
    return {"token": token_for(account["user_id"])}


def token_for(user_id):
    claims = {"sub": user_id, "iat": int(time.time())}
    if LIFETIME:
        claims["exp"] = claims["iat"] + int(LIFETIME)
    signed = f"{encode({'alg': 'HS256', 'typ': 'JWT'})}.{encode(claims)}"
    return f"{signed}.{signature(signed)}"


def user_of(header):
    try:
        signed, given = header.removeprefix("Bearer ").rsplit(".", 1)
        claims = json.loads(base64.urlsafe_b64decode(signed.split(".")[1] + "=="))
    except (ValueError, IndexError):
        raise NotSignedIn("no token") from None
    if not hmac.compare_digest(given, signature(signed)):
        raise NotSignedIn("wrong signature")
    if claims.get("exp", time.time() + 1) < time.time():
        raise NotSignedIn("token expired")
    return claims["sub"]


def signature(text):
    return base64.urlsafe_b64encode(hmac.new(KEY, text.encode(), hashlib.sha256).digest()).decode().rstrip("=")


def encode(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), 200_000).hex()
