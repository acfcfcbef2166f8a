"""Records which of the names used by the mapping exist in the providers' own schemas.

    node scripts/oracles/mapping/names.ts | python3 scripts/oracles/mapping/record.py

Needs Terraform with the AWS provider (a mirror of it in TF_PLUGIN_DIR, else it is downloaded) and cfn-lint, which
ships the CloudFormation resource schemas. Only the names that the mapping uses are written, so that the tests need
neither. Names that do not exist are printed and left out, and the tests then fail on them.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

import cfnlint
from cfnlint.version import __version__ as cfn_lint_version

PROVIDER = "5.100.0"
MAIN = """terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "%s" }
  }
}
"""
OUT = os.path.join(os.path.dirname(__file__), "../../../packages/engine/test/oracles/mapping")


def terraform_schemas():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "main.tf"), "w") as file:
            file.write(MAIN % PROVIDER)
        mirror = os.environ.get("TF_PLUGIN_DIR")
        init = ["terraform", "init", "-input=false"] + ([f"-plugin-dir={mirror}"] if mirror else [])
        subprocess.run(init, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        text = subprocess.run(["terraform", "providers", "schema", "-json"], cwd=folder, check=True, capture_output=True)
    return next(iter(json.loads(text.stdout)["provider_schemas"].values()))["resource_schemas"]


def has_argument(block, path):
    name, *rest = path
    attribute = block.get("attributes", {}).get(name)
    if attribute is not None:
        kind = attribute.get("type")
        while rest and isinstance(kind, list) and kind[0] in ("set", "list"):
            kind = kind[1]
        if not rest:
            return True
        if isinstance(kind, list) and kind[0] == "object":
            return rest[0] in kind[1] and len(rest) == 1
        nested = attribute.get("nested_type")
        return nested is not None and has_argument(nested, rest)
    inner = block.get("block_types", {}).get(name)
    return inner is not None and (not rest or has_argument(inner["block"], rest))


def cloudformation_schemas():
    """All schemas of a type: regions differ, and a name counts when one of them has it."""
    schemas = {}
    folder = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "resources")
    for file in glob.glob(os.path.join(folder, "*.json")):
        with open(file) as handle:
            schema = json.load(handle)
        schemas.setdefault(schema.get("typeName"), []).append(schema)
    return schemas


def has_property(schema, root, path, seen=()):
    while "$ref" in schema:
        if schema["$ref"] in seen and not path:
            return True
        target = root
        for step in schema["$ref"][2:].split("/"):
            target = target[step.replace("~1", "/")]
        schema = target
    if not path:
        return True
    for alternative in ("oneOf", "anyOf", "allOf"):
        if any(has_property(s, root, path) for s in schema.get(alternative, [])):
            return True
    if isinstance(schema.get("items"), dict):
        return has_property(schema["items"], root, path)
    if path[0] in schema.get("properties", {}):
        return has_property(schema["properties"][path[0]], root, path[1:])
    free = any(isinstance(v, dict) for v in schema.get("patternProperties", {}).values())
    types = schema.get("type", [])
    opaque = "properties" not in schema and (not types or "object" in types) and not free
    return free or opaque


def main():
    used = json.load(sys.stdin)
    terraform, cloudformation = terraform_schemas(), cloudformation_schemas()
    missing = []

    def keep(kind, exists):
        kept = {}
        for type_name, paths in used[kind].items():
            if type_name not in (terraform if kind == "terraform" else cloudformation):
                missing.append(f"{kind}: {type_name}")
                continue
            kept[type_name] = [path for path in paths if exists(type_name, path.split("."))]
            missing.extend(f"{kind}: {type_name} {path}" for path in paths if path not in kept[type_name])
        return kept

    found = {
        "terraform": keep("terraform", lambda t, p: has_argument(terraform[t]["block"], p)),
        "cloudformation": keep(
            "cloudformation", lambda t, p: any(has_property(s, s, p) for s in cloudformation[t])
        ),
    }
    sources = {"terraform": f"hashicorp/aws {PROVIDER}", "cloudformation": f"cfn-lint {cfn_lint_version}"}
    os.makedirs(OUT, exist_ok=True)
    for kind, names in found.items():
        with open(os.path.join(OUT, f"{kind}.json"), "w") as file:
            json.dump({"source": sources[kind], "names": names}, file, indent=1)
            file.write("\n")
    print("\n".join(missing) or "every name exists", file=sys.stderr)


main()
