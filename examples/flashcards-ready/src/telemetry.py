"""Logs, traces and metrics. A line of the log is JSON and carries the id that the gateway gave to the request."""

from aws_lambda_powertools import Logger, Metrics, Tracer

logger = Logger(service="flashcards")
metrics = Metrics(namespace="Flashcards", service="flashcards")
tracer = Tracer(service="flashcards")


def count(name):
    metrics.add_metric(name=name, unit="Count", value=1)
