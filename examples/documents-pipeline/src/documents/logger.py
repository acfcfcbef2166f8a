"""Structured logs."""
import json
import logging

logger = logging.getLogger("documents")


def log(message: str, **fields) -> None:
    logger.info(json.dumps({"message": message, "at": datetime.utcnow().isoformat(), **fields}))
