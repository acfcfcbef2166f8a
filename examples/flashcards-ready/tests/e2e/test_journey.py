"""Register, sign in, review, sign out, on a deployed environment: SITE, the pool in USER_POOL_ID and CLIENT_ID.

    python -m pytest tests/e2e -o addopts= -o testpaths=
"""

import os
import re
import secrets

import boto3
import pytest
from playwright.sync_api import expect, sync_playwright

SITE = os.environ["SITE"]
POOL = os.environ["USER_POOL_ID"]
CLIENT = os.environ["CLIENT_ID"]
BROWSERS = {"chromium": None, "firefox": None, "webkit": None, "phone": "iPhone 13"}
cognito = boto3.client("cognito-idp", region_name="us-east-1")


@pytest.fixture
def account():
    """Registers as a reader does; the mail with the code is the one thing that is skipped."""
    email, password = f"e2e-{secrets.token_hex(6)}@example.com", f"{secrets.token_urlsafe(16)}aA1"
    user_id = cognito.sign_up(ClientId=CLIENT, Username=email, Password=password)["UserSub"]
    cognito.admin_confirm_sign_up(UserPoolId=POOL, Username=user_id)
    yield email, password
    try:
        cognito.admin_delete_user(UserPoolId=POOL, Username=user_id)
    except cognito.exceptions.UserNotFoundException:
        pass


@pytest.fixture(params=BROWSERS)
def page(request):
    with sync_playwright() as playwright:
        device = BROWSERS[request.param]
        browser = getattr(playwright, "webkit" if device else request.param).launch()
        context = browser.new_context(**(playwright.devices[device] if device else {}))
        yield context.new_page()
        browser.close()


def sign_in(page, email, password):
    page.goto(SITE)
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=username]:visible").fill(email)
    page.locator("input[name=password]:visible").fill(password)
    page.locator("input[name=signInSubmitButton]:visible").click()


def test_a_new_reader_exports_and_leaves(page, account):
    sign_in(page, *account)

    page.wait_for_url(re.compile(f"^{re.escape(SITE)}"))
    expect(page.locator("#front")).to_have_text("Nothing is due.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "flashcards.json"

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Remove my account").click()
    page.wait_for_url(re.compile(f"^{re.escape(SITE)}"))
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_reader_reviews_a_card_and_signs_out(page, account):
    sent = []
    page.on("request", lambda request: sent.append(request) if "/api/review/due" in request.url else None)
    sign_in(page, *account)
    expect(page.locator("#front")).to_have_text("Nothing is due.")

    # The site has no page to make cards yet: they come through the API, with the token of this very session.
    headers = {"authorization": sent[0].headers["authorization"]}
    deck = page.request.post(f"{SITE}/api/decks", headers=headers, data={"name": "Capitals"}).json()["id"]
    card = {"front": "Peru", "back": "Lima"}
    assert page.request.post(f"{SITE}/api/decks/{deck}/cards", headers=headers, data=card).ok

    page.goto(SITE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#front")).to_have_text("Peru")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("#back")).to_have_text("Lima")
    page.get_by_role("button", name="Good").click()
    expect(page.locator("#front")).to_have_text("Nothing is due.")

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile(f"^{re.escape(SITE)}"))
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
