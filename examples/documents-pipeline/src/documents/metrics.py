"""Metrics of the pipeline."""
import boto3

cloudwatch = boto3.client("cloudwatch")


def extraction_took(seconds: float, succeeded: bool) -> None:
    cloudwatch.put_metric_data(
        Namespace="Documents",
        MetricData=[
            {
                "MetricName": "ExtractionSeconds",
                "Timestamp": datetime.utcnow(),
                "Value": seconds,
                "Unit": "Seconds",
                "Dimensions": [{"Name": "Succeeded", "Value": str(succeeded)}],
            }
        ],
    )
