"""From an uploaded document to its record: EventBridge, a queue, and the function that asks the model."""
from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from .config import Config
from .function import python_function
from .storage_stack import StorageStack


class ProcessingStack(Stack):
    def __init__(
        self, scope: Construct, construct_id: str, *, config: Config, storage: StorageStack, **kwargs
    ) -> None:
        super().__init__(scope, construct_id, **kwargs)

        self.failed = sqs.Queue(self, "Failed", retention_period=Duration.days(14))
        self.work = sqs.Queue(
            self,
            "Work",
            visibility_timeout=Duration.seconds(120),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.failed, max_receive_count=3),
        )

        events.Rule(
            self,
            "Uploaded",
            event_pattern=events.EventPattern(
                source=["aws.s3"],
                detail_type=["Object Created"],
                detail={"bucket": {"name": [storage.documents.bucket_name]}},
            ),
            targets=[targets.SqsQueue(self.work)],
        )

        self.extract = python_function(
            self,
            "Extract",
            config=config,
            handler="documents.extract.handler",
            memory_mb=config.extract_memory_mb,
            timeout_seconds=config.extract_timeout_seconds,
            environment={
                "DOCUMENTS_BUCKET": storage.documents.bucket_name,
                "RESULTS_BUCKET": storage.results.bucket_name,
                "RECORDS_TABLE": storage.records.table_name,
                "MODEL_ID": "anthropic.claude-3-haiku-20240307-v1:0",
            },
        )
        self.extract.add_event_source(sources.SqsEventSource(self.work, batch_size=5))
        storage.documents.grant_read(self.extract)
        storage.results.grant_put(self.extract)
        storage.records.grant_write_data(self.extract)
        self.extract.add_to_role_policy(
            iam.PolicyStatement(actions=["bedrock:*"], resources=["*"]),
        )

        # Cleans up records of documents that no longer exist, every night.
        self.clean_up = python_function(
            self,
            "CleanUp",
            config=config,
            handler="documents.clean_up.handler",
            environment={"RECORDS_TABLE": storage.records.table_name},
        )
        storage.records.grant_read_write_data(self.clean_up)
        events.Rule(
            self,
            "Nightly",
            schedule=events.Schedule.cron(hour="2", minute="0"),
            targets=[targets.LambdaFunction(self.clean_up)],
        )
