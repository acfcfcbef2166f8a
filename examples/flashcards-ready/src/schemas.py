"""What may be sent to the API. Nothing else is accepted, and what was refused is not repeated in the answer."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Side = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Invalid(Exception):
    pass


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class Deck(Body):
    name: Name


class Card(Body):
    front: Side
    back: Side


class Review(Body):
    cardId: Annotated[str, StringConstraints(max_length=36)]
    grade: Annotated[int, Field(ge=1, le=5)]


class BrowserError(Body):
    message: Annotated[str, StringConstraints(max_length=500)]
    where: Annotated[str, StringConstraints(max_length=200)]


class Page(BaseModel):
    """Of the query string, where a number is text."""

    after: Annotated[str, StringConstraints(max_length=36)] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 100


def parsed(validate, given):
    try:
        return validate(given)
    except ValidationError as problem:
        raise Invalid("; ".join(f"{'.'.join(map(str, e['loc'])) or 'body'}: {e['msg']}" for e in problem.errors())) from None
