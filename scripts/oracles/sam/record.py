#!/usr/bin/env python3
"""Record what aws-sam-translator makes of SAM templates. See README.md beside this file.

    python3 scripts/oracles/sam/record.py                     write <template>.expected.json beside every template
    python3 scripts/oracles/sam/record.py --check             fail if one would change
    python3 scripts/oracles/sam/record.py --survey IN OUT     transform every template of one folder into another
"""

from __future__ import annotations

import copy
import json
import logging
import sys
from pathlib import Path

import boto3
from samtranslator import __version__
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "packages" / "engine" / "test" / "fixtures" / "sam"
REGION = "ap-southeast-1"  # the transform asks for one to know its partition
VERSION = "1.110.0"


def transformed(file: Path, parameters: dict) -> dict:
    """The template as the translator makes it, or its errors."""
    template = yaml_parse(file.read_text(encoding="utf-8"))
    session = boto3.session.Session(region_name=REGION, aws_access_key_id="none", aws_secret_access_key="none")
    translator = Translator({}, Parser(), boto_session=session)
    try:
        return translator.translate(copy.deepcopy(template), dict(parameters))
    except InvalidDocumentException as error:
        return {"$error": "; ".join(cause.message for cause in error.causes)}


def parameters_of(file: Path) -> dict:
    given = file.with_suffix(".parameters.json")
    return json.loads(given.read_text(encoding="utf-8")) if given.exists() else {}


def survey(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    failed = 0
    for file in sorted(source.glob("*.yaml")):
        try:
            made = transformed(file, {"param1": "value1", "param2": "value2"})
        except Exception as error:  # an input that is no template, or one that asks AWS
            made = {"$error": f"{type(error).__name__}: {error}"}
        failed += "$error" in made
        (target / f"{file.stem}.json").write_text(json.dumps(made, indent=1, default=str), encoding="utf-8")
    print(f"{len(list(source.glob('*.yaml')))} templates, {failed} refused")


def main() -> None:
    logging.disable(logging.CRITICAL)
    if __version__ != VERSION:
        print(f"aws-sam-translator {__version__}; the record was made with {VERSION}", file=sys.stderr)
    if "--survey" in sys.argv:
        source, target = sys.argv[sys.argv.index("--survey") + 1 :][:2]
        survey(Path(source), Path(target))
        return
    resources = 0
    files = sorted(TEMPLATES.glob("*.yaml"))
    for file in files:
        made = transformed(file, parameters_of(file))
        if "$error" in made:
            raise SystemExit(f"{file.name}: {made['$error']}")
        resources += len(made["Resources"])
        target = file.with_suffix(".expected.json")
        text = json.dumps(made, indent=1, sort_keys=True) + "\n"
        if "--check" not in sys.argv:
            target.write_text(text, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != text:
            raise SystemExit(f"{target.name} differs from what the translator makes now")
    print(f"{len(files)} templates, {resources} resources")


if __name__ == "__main__":
    main()
