"""The API that the demo page calls: upload a document, read its record."""
from aws_cdk import Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_logs as logs
from constructs import Construct

from .config import Config
from .function import python_function
from .storage_stack import StorageStack


class ApiStack(Stack):
    def __init__(
        self, scope: Construct, construct_id: str, *, config: Config, storage: StorageStack, **kwargs
    ) -> None:
        super().__init__(scope, construct_id, **kwargs)

        upload = python_function(
            self,
            "Upload",
            config=config,
            handler="documents.upload.handler",
            environment={
                "DOCUMENTS_BUCKET": storage.documents.bucket_name,
                "API_SECRET_KEY": "demo-key-please-rotate-4711",
            },
        )
        storage.documents.grant_put(upload)

        records = python_function(
            self,
            "GetRecord",
            config=config,
            handler="documents.records.handler",
            environment={"RECORDS_TABLE": storage.records.table_name},
        )
        storage.records.grant_read_data(records)

        access_logs = logs.LogGroup(self, "AccessLogs", retention=logs.RetentionDays.ONE_YEAR)
        api = apigateway.RestApi(
            self,
            "Api",
            rest_api_name=f"documents-{config.name}",
            deploy_options=apigateway.StageOptions(
                stage_name=config.name,
                tracing_enabled=True,
                access_log_destination=apigateway.LogGroupLogDestination(access_logs),
                access_log_format=apigateway.AccessLogFormat.clf(),
            ),
            default_cors_preflight_options=apigateway.CorsOptions(
                allow_origins=list(config.allowed_origins),
                allow_methods=["GET", "POST"],
            ),
        )
        documents = api.root.add_resource("documents")
        documents.add_method("POST", apigateway.LambdaIntegration(upload))
        documents.add_resource("{id}").add_method("GET", apigateway.LambdaIntegration(records))
