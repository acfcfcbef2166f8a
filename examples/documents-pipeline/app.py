#!/usr/bin/env python3
"""The CDK app. `-c env=prod` chooses the configuration; without it, dev is built."""
import aws_cdk as cdk

from pipeline.api_stack import ApiStack
from pipeline.config import ENVIRONMENTS
from pipeline.monitoring_stack import MonitoringStack
from pipeline.processing_stack import ProcessingStack
from pipeline.storage_stack import StorageStack

app = cdk.App()
env_name = app.node.try_get_context("env") or "dev"
config = ENVIRONMENTS[env_name]

storage = StorageStack(app, f"Documents-{env_name}-Storage", config=config)
processing = ProcessingStack(app, f"Documents-{env_name}-Processing", config=config, storage=storage)
ApiStack(app, f"Documents-{env_name}-Api", config=config, storage=storage)

# Production gets its own monitoring once somebody owns the alerts.
if config.monitored:
    MonitoringStack(app, f"Documents-{env_name}-Monitoring", processing=processing)

cdk.Tags.of(app).add("project", "documents-pipeline")
cdk.Tags.of(app).add("environment", env_name)

app.synth()
