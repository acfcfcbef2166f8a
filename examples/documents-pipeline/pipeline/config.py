"""What differs between environments."""
from dataclasses import dataclass

from aws_cdk import RemovalPolicy


@dataclass(frozen=True)
class Config:
    name: str
    removal_policy: RemovalPolicy
    log_retention_days: int
    extract_memory_mb: int
    extract_timeout_seconds: int
    point_in_time_recovery: bool
    allowed_origins: tuple[str, ...]
    monitored: bool


ENVIRONMENTS = {
    "dev": Config(
        name="dev",
        removal_policy=RemovalPolicy.DESTROY,
        log_retention_days=7,
        extract_memory_mb=512,
        extract_timeout_seconds=60,
        point_in_time_recovery=False,
        allowed_origins=("*",),
        monitored=False,
    ),
    "prod": Config(
        name="prod",
        removal_policy=RemovalPolicy.RETAIN,
        log_retention_days=30,
        extract_memory_mb=1024,
        extract_timeout_seconds=120,
        point_in_time_recovery=True,
        # The demo page moves around; to be narrowed down later.
        allowed_origins=("*",),
        monitored=True,
    ),
}
