"""Makes readers with cards on staging and writes their tokens, which live for 30 minutes: readers.py <file>

SITE is the address; USER_POOL_ID and CLIENT_ID name the pool.
"""

import json
import os
import secrets
import sys

import boto3
from playwright.sync_api import sync_playwright

READERS = 6
CARDS = 20
SITE = os.environ["SITE"]
cognito = boto3.client("cognito-idp", region_name="us-east-1")


def reader(browser):
    email, password = f"load-{secrets.token_hex(6)}@example.com", f"{secrets.token_urlsafe(16)}aA1"
    user_id = cognito.sign_up(ClientId=os.environ["CLIENT_ID"], Username=email, Password=password)["UserSub"]
    cognito.admin_confirm_sign_up(UserPoolId=os.environ["USER_POOL_ID"], Username=user_id)

    page = browser.new_context().new_page()
    page.goto(SITE)
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=username]:visible").fill(email)
    page.locator("input[name=password]:visible").fill(password)
    with page.expect_request("**/api/review/due") as first:
        page.locator("input[name=signInSubmitButton]:visible").click()

    token = first.value.headers["authorization"]
    deck = page.request.post(f"{SITE}/api/decks", headers={"authorization": token}, data={"name": "load"}).json()["id"]
    for number in range(CARDS):
        card = {"front": str(number), "back": str(number)}
        page.request.post(f"{SITE}/api/decks/{deck}/cards", headers={"authorization": token}, data=card)
    return token


if __name__ == "__main__":
    with sync_playwright() as playwright, open(sys.argv[1], "w") as file:
        json.dump([reader(playwright.chromium.launch()) for _ in range(READERS)], file)
