"""How long a call to AWS may take: two attempts of 2.5 s at most, so that the function ends before its own 10 s do."""

from botocore.config import Config

CONFIG = Config(connect_timeout=1, read_timeout=1.5, retries={"mode": "standard", "total_max_attempts": 2})
