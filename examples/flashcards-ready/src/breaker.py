"""Leaves a dependency alone for a while after it failed several times in a row."""

import time

from botocore.exceptions import BotoCoreError, ClientError


class Breaker:
    def __init__(self, failures, rest_seconds):
        self.failures = failures
        self.rest_seconds = rest_seconds
        self.failed = 0
        self.open_until = 0.0

    def call(self, ask, fallback):
        """What `ask` answers; `fallback` where it fails or is left alone."""
        if time.monotonic() < self.open_until:
            return fallback
        try:
            answer = ask()
        except (BotoCoreError, ClientError):
            self.failed += 1
            if self.failed >= self.failures:
                self.open_until = time.monotonic() + self.rest_seconds
                self.failed = 0
            return fallback
        self.failed = 0
        return answer
