"""For calls to the model: back-off with jitter, and a circuit breaker."""
import random
import time


def with_retries(call, attempts: int = 3, base_seconds: float = 0.2):
    for attempt in range(attempts):
        try:
            return call()
        except Exception:
            if attempt == attempts - 1:
                raise
            time.sleep(random.uniform(0, base_seconds * 2**attempt))


class CircuitBreaker:
    """Refuses calls for a while after too many failures in a row."""

    def __init__(self, failures: int = 5, pause_seconds: float = 30) -> None:
        self.failures, self.pause_seconds = failures, pause_seconds
        self.failed, self.open_until = 0, 0.0

    def call(self, function):
        if time.monotonic() < self.open_until:
            raise RuntimeError("the model is not asked for now")
        try:
            result = function()
        except Exception:
            self.failed += 1
            if self.failed >= self.failures:
                self.open_until = time.monotonic() + self.pause_seconds
            raise
        self.failed = 0
        return result
