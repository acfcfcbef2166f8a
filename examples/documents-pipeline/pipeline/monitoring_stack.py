"""Alarms of production."""
from aws_cdk import Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns as sns
from constructs import Construct

from .processing_stack import ProcessingStack


class MonitoringStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, *, processing: ProcessingStack, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        # TODO: subscribe somebody.
        alerts = sns.Topic(self, "Alerts")

        errors = cloudwatch.Alarm(
            self,
            "ExtractErrors",
            metric=processing.extract.metric_errors(period=Duration.minutes(5)),
            threshold=5,
            evaluation_periods=1,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        errors.add_alarm_action(actions.SnsAction(alerts))

        # Somebody will look at it in the console.
        cloudwatch.Alarm(
            self,
            "FailedNotEmpty",
            metric=processing.failed.metric_approximate_number_of_messages_visible(period=Duration.minutes(5)),
            threshold=1,
            evaluation_periods=1,
        )
