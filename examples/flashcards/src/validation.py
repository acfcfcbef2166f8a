"""What may be sent: one function for each body. Raises Invalid with the name of the field."""


class Invalid(Exception):
    pass


def text(body, name, longest):
    value = body.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise Invalid(name)
    return value


def credentials(body):
    if "@" not in text(body, "email", 254):
        raise Invalid("email")
    if len(text(body, "password", 200)) < 12:
        raise Invalid("password")
    return body


def deck(body):
    text(body, "name", 100)
    return body


def card(body):
    text(body, "front", 2000)
    text(body, "back", 2000)
    return body


def review(body):
    text(body, "cardId", 36)
    if body.get("grade") not in (1, 2, 3, 4, 5):
        raise Invalid("grade")
    return body
