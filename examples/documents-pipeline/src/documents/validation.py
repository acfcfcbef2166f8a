"""The shape that a record has to have. Written for the interview, called by nothing."""

FIELDS = {"patient_name": str, "date_of_birth": str, "diagnosis": str, "medication": list}


def valid(record: dict) -> bool:
    return all(isinstance(record.get(name), kind) for name, kind in FIELDS.items())
