"""The one way in which functions are made here."""
from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from .config import Config

RETENTION = {
    7: logs.RetentionDays.ONE_WEEK,
    30: logs.RetentionDays.ONE_MONTH,
}


def python_function(
    scope: Construct,
    name: str,
    *,
    config: Config,
    handler: str,
    memory_mb: int = 256,
    timeout_seconds: int = 10,
    environment: dict[str, str] | None = None,
    **kwargs,
) -> lambda_.Function:
    return lambda_.Function(
        scope,
        name,
        runtime=lambda_.Runtime.PYTHON_3_12,
        code=lambda_.Code.from_asset("src"),
        handler=handler,
        memory_size=memory_mb,
        timeout=Duration.seconds(timeout_seconds),
        tracing=lambda_.Tracing.ACTIVE,
        log_group=logs.LogGroup(
            scope,
            f"{name}Logs",
            retention=RETENTION[config.log_retention_days],
            removal_policy=RemovalPolicy.DESTROY,
        ),
        environment={"STAGE": config.name, **(environment or {})},
        **kwargs,
    )
