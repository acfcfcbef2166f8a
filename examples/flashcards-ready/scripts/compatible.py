"""Fails where a new openapi.yaml would break a caller of the old one: compatible.py <old> <new>"""

import sys

import yaml


def operations(document):
    return {
        (method.upper(), path): operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in ("get", "post", "put", "delete")
    }


def required(document, operation):
    body = followed(document, operation.get("requestBody", {}))
    return set(followed(document, body.get("content", {}).get("application/json", {}).get("schema", {})).get("required", []))


def followed(document, node):
    """What a reference stands for."""
    if "$ref" not in node:
        return node
    target = document
    for name in node["$ref"].removeprefix("#/").split("/"):
        target = target[name]
    return target


def breaks(old, new):
    now = operations(new)
    for key, operation in operations(old).items():
        if key not in now:
            yield f"{' '.join(key)} is gone"
        else:
            for field in required(new, now[key]) - required(old, operation):
                yield f"{' '.join(key)} asks for {field}"


if __name__ == "__main__":
    documents = [yaml.safe_load(open(path)) for path in sys.argv[1:3]]
    found = list(breaks(*documents))
    print("\n".join(found) or "nothing breaks")
    sys.exit(1 if found else 0)
