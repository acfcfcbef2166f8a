#!/usr/bin/env python3
"""Record what cfn-lint resolves in the oracle templates. See README.md beside this file.

    python3 scripts/oracles/cloudformation/record.py            write expected.json
    python3 scripts/oracles/cloudformation/record.py --check    fail if expected.json would change
    python3 scripts/oracles/cloudformation/record.py --stats    print counts only

Every value comes out of cfn-lint: its YAML/JSON decoder, its condition solver
(Template.conditions), its scenario pruning of Fn::If and AWS::NoValue
(build_instance_from_scenario) and its resolver (CfnTemplateValidator.resolve_value).
This script only walks the tree and decides where cfn-lint's answer must not be used.
"""

from __future__ import annotations

import datetime
import itertools
import json
import sys
from collections import Counter
from copy import deepcopy
from pathlib import Path

import cfnlint.version
from cfnlint.conditions._errors import UnknownSatisfisfaction
from cfnlint.context.conditions._utils import build_instance_from_scenario
from cfnlint.decode import decode
from cfnlint.helpers import FUNCTIONS_ALL, PSEUDOPARAMS, REGEX_DYN_REF, REGEX_SUB_PARAMETERS, is_function
from cfnlint.jsonschema import CfnTemplateValidator
from cfnlint.template import Template

ROOT = Path(__file__).resolve().parents[3]
ORACLES = ROOT / "packages" / "engine" / "test" / "oracles" / "cloudformation"
REGION = "us-east-1"  # needed by cfn-lint; no value that depends on it is recorded
MARK = "\u0001{}\u0001"  # stands for a pseudo parameter, must never reach the record
NEVER = {  # cfn-lint has no answer, or one that is invented or not in AWS's form
    "Fn::GetAZs",  # a list shipped with cfn-lint; the true one depends on the account
    "Fn::ToJsonString",  # json.dumps spacing, not CloudFormation's
}
ANSWERED: Counter = Counter()  # functions that cfn-lint answered, outermost only
DECIDABLE_LIMIT = 4  # worlds are recorded for at most this many undecided conditions


def unresolved(name: str) -> dict:
    return {"$unresolved": name}


def plain(value):
    """cfn-lint's str_node / dict_node / list_node as plain JSON values."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, str):
        return str(value)
    return value


class World:
    """One template under given parameter values (and assumed conditions)."""

    def __init__(self, file: Path, given: dict, assumed: dict | None = None, transform: bool = False):
        template, matches = decode(str(file))
        if template is None:
            raise SystemExit(f"{file.name}: {matches}")
        for name, value in given.items():
            template["Parameters"][name]["Default"] = value
        self.cfn = Template(str(file), template, [REGION])
        if transform and (errors := self.cfn.transform()):
            raise SystemExit(f"{file.name}: {errors}")
        self.template = self.cfn.template
        context = self.cfn.context
        # As a linter, cfn-lint tries every allowed value; here only the default or given one counts.
        self.values: dict[str, str] = {}
        for name, parameter in context.parameters.items():
            if isinstance(self.template["Parameters"][name].get("Default"), bool):
                raise SystemExit(f"{file.name}: boolean Default of {name}: cfn-lint gives 'True', quote it")
            parameter.allowed_values = None
            parameter.min_value = parameter.max_value = None
            for value, _ in parameter.default_value():
                self.values[name] = value
        self.conditions = self._decide(self.template.get("Conditions") or {})
        self.conditions.update(assumed or {})
        self.context = context.evolve(
            functions=sorted(FUNCTIONS_ALL),
            ref_values={name: MARK.format(name) for name in PSEUDOPARAMS},
        )
        self.validator = CfnTemplateValidator({}).evolve(cfn=self.cfn, context=self.context)

    # conditions ---------------------------------------------------------------------------

    def _decide(self, names) -> dict[str, bool | None]:
        return {str(name): self._decide_one(name) for name in names}

    def _decide_one(self, name: str) -> bool | None:
        condition = self.cfn.conditions.get(name)
        if condition is None:
            return None
        for equal in condition.equals:
            if equal.is_static is not None:
                continue
            if len(equal.parameters) == 2:
                return None  # cfn-lint compares a value with a hash here
            if any(side in ("True", "False") for side in (equal.left, equal.right)):
                return None  # Python's spelling of a YAML boolean
            if any(not parameter.satisfiable for parameter in equal.parameters):
                return None  # only Ref is decided
        possible = [want for want in (True, False) if self._possible({name: want})]
        return possible[0] if len(possible) == 1 else None

    def _possible(self, wanted: dict[str, bool]) -> bool:
        solver = self.cfn.conditions
        scalars = {k: v for k, v in self.values.items() if isinstance(v, str)}
        try:
            if not solver.satisfiable(wanted, scalars):
                return False
        except UnknownSatisfisfaction:
            pass
        return any(True for _ in solver.build_scenarios({k: {v} for k, v in wanted.items()}))

    def undecided_worlds(self) -> list[dict[str, bool]]:
        open_names = [name for name, value in self.conditions.items() if value is None]
        for name in open_names:
            for equal in self.cfn.conditions.get(name).equals:
                if equal.is_static is None and (len(equal.parameters) == 2 or not equal.parameters[0].satisfiable):
                    return []
                if any(side in ("True", "False") for side in (equal.left, equal.right)):
                    return []
        if not 0 < len(open_names) <= DECIDABLE_LIMIT:
            return []
        decided = {name: value for name, value in self.conditions.items() if value is not None}
        worlds = []
        for choice in itertools.product([True, False], repeat=len(open_names)):
            assumed = dict(zip(open_names, choice))
            if self._possible({**decided, **assumed}):
                worlds.append(assumed)
        return worlds

    # values -------------------------------------------------------------------------------

    def prune(self, node):
        """cfn-lint's own removal of Fn::If arms and AWS::NoValue, level by level."""
        status = {k: v for k, v in self.conditions.items() if v is not None}
        node = build_instance_from_scenario(node, status, is_root=True, context=self.context)
        if isinstance(node, dict):
            return {k: self.prune(v) for k, v in node.items()}
        if isinstance(node, list):
            return [self.prune(v) for v in node]
        return node

    def value(self, node):
        if node is None:
            return None
        return self.tree(self.prune(deepcopy(node)))

    def tree(self, node):
        name, _ = is_function(node)
        if name == "Condition":  # a function in Conditions only; in a property it is an ordinary key
            name = None
        if isinstance(node, dict):
            if name is not None:
                return self.function(name, node)
            if "Fn::Transform" in node:
                return unresolved("Fn::Transform")
            if any(str(key).startswith("Fn::ForEach") for key in node):
                return unresolved("Fn::ForEach")
            return {str(key): self.tree(child) for key, child in node.items()}
        if isinstance(node, list):
            return [self.tree(child) for child in node]
        if isinstance(node, str) and REGEX_DYN_REF.match(node):
            return unresolved("{{resolve}}")
        if isinstance(node, (datetime.date, datetime.datetime)):
            return unresolved("timestamp")  # cfn-lint's decoder makes a date of 2012-10-17
        return plain(node)

    def function(self, name: str, node: dict):
        cause = self.cause(node)
        if cause:
            return unresolved(cause)
        value = self.ask(node)
        if value is None:
            return unresolved(name)
        result = self.tree(value[0])
        if "\u0001" in json.dumps(result, ensure_ascii=False):
            raise SystemExit(f"{self.cfn.filename}: a pseudo parameter reached the record: {result!r}")
        ANSWERED[name] += 1
        return result

    def ask(self, node):
        """cfn-lint's answer to one function as a list of one, or None when it has none or several."""
        fallback = node.get("Fn::FindInMap")
        if isinstance(fallback, list) and len(fallback) == 4:
            # cfn-lint offers the default beside the mapped value; ask for the mapping first
            three = {"Fn::FindInMap": fallback[:3]}
            answers = list(self.validator.resolve_value(three))
            if any(error is None for _, _, error in answers):
                return self.only(answers)
            if not answers:
                return None
        return self.only(list(self.validator.resolve_value(node)))

    @staticmethod
    def only(answers):
        distinct = []
        for value, _, error in answers:
            if error is None and value not in distinct:
                distinct.append(value)
        return distinct if len(distinct) == 1 else None

    def cause(self, node) -> str | None:
        """The first thing in the expression that cfn-lint cannot or must not answer."""
        name, argument = is_function(node)
        if name == "Condition":
            name = None
        if name is None:
            if isinstance(node, str):
                return "{{resolve}}" if REGEX_DYN_REF.match(node) else None
            if isinstance(node, dict) and "Fn::Transform" in node:
                return "Fn::Transform"
            children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
            return next((found for found in map(self.cause, children) if found), None)
        if name == "Ref":
            if isinstance(argument, str):
                if argument in PSEUDOPARAMS:
                    return str(argument)
                return None if argument in self.values else "Ref"
        elif name == "Fn::Sub":
            template, names = (argument, {}) if isinstance(argument, str) else (argument[0], argument[1])
            for variable in REGEX_SUB_PARAMETERS.findall(template):
                if variable in names:
                    continue
                found = self.cause({"Fn::GetAtt": variable} if "." in variable else {"Ref": variable})
                if found:
                    return found
            found = self.cause(names)
            if found:
                return found
            if REGEX_DYN_REF.search(template):
                return "{{resolve}}"
            return "Fn::Sub" if "${!" in template else None  # cfn-lint leaves ${!Literal} as it is
        elif name == "Fn::Select":
            index, items = argument
            found = self.cause(index)
            if found:
                return found
            if isinstance(items, list):  # the other elements of a written list do not matter
                chosen = self.ask({"Fn::Select": [index, [f"#{i}" for i in range(len(items))]]})
                if chosen is None:
                    return "Fn::Select"
                return self.cause(items[int(chosen[0][1:])])
            return self.cause(items)
        elif name in ("Fn::GetAtt", "Fn::ImportValue", "Fn::If", "Fn::Transform"):
            return name
        else:
            found = self.cause(argument)
            if found:
                return found
            if name == "Fn::Join" and isinstance(argument[1], list):
                if any(isinstance(item, (bool, float)) for item in argument[1]):
                    return "Fn::Join"  # Python's spelling
        if name in NEVER or name not in self.validator.fn_resolvers or self.ask(node) is None:
            return name
        return None

    # the record ---------------------------------------------------------------------------

    def exists(self, item: dict) -> bool | None:
        condition = item.get("Condition")
        return True if condition is None else self.conditions.get(condition)

    def resources(self) -> dict:
        out = {}
        for name, resource in (self.template.get("Resources") or {}).items():
            if str(name).startswith("Fn::ForEach"):
                out[str(name)] = {"exists": None, "properties": unresolved("Fn::ForEach")}
                continue
            entry: dict = {"exists": self.exists(resource)}
            if entry["exists"] is not False:
                properties = self.value(resource.get("Properties"))
                entry["properties"] = {} if properties is None else properties
                for key in ("DeletionPolicy", "UpdateReplacePolicy"):
                    if key in resource:
                        entry[key] = self.value(resource[key])
                if "DependsOn" in resource:
                    depends = resource["DependsOn"]
                    entry["DependsOn"] = plain(depends if isinstance(depends, list) else [depends])
            out[str(name)] = entry
        return out

    def outputs(self) -> dict:
        out = {}
        for name, output in (self.template.get("Outputs") or {}).items():
            entry: dict = {"exists": self.exists(output)}
            if entry["exists"] is not False:
                entry["value"] = self.value(output.get("Value"))
                if "Export" in output:
                    entry["exportName"] = self.value(output["Export"]["Name"])
            out[str(name)] = entry
        return out


def has_for_each(file: Path) -> bool:
    return "Fn::ForEach" in file.read_text(encoding="utf-8")


def record() -> dict:
    given = json.loads((ORACLES / "scenarios.json").read_text(encoding="utf-8"))
    files = sorted((ORACLES / "templates").iterdir())
    stray = set(given) - {file.name for file in files}
    if stray:
        raise SystemExit(f"scenarios.json names templates that do not exist: {sorted(stray)}")
    out = {}
    for file in files:
        scenarios = []
        for parameters in given.get(file.name, [{}]):
            base = World(file, parameters)
            worlds = [(None, base)] + [(a, World(file, parameters, a)) for a in base.undecided_worlds()]
            for assumed, world in worlds:
                scenario: dict = {"parameters": parameters}
                if assumed:
                    scenario["assumed"] = assumed
                scenario["conditions"] = world.conditions
                scenario["resources"] = world.resources()
                outputs = world.outputs()
                if outputs:
                    scenario["outputs"] = outputs
                scenarios.append(scenario)
        out[file.name] = {"scenarios": scenarios}
        if has_for_each(file):
            out[file.name]["expanded"] = World(file, {}, transform=True).resources()
    return out


def conflict(documented, recorded, where: str) -> str | None:
    """documented.json may only fill in what cfn-lint left open; elsewhere the two must agree."""
    if isinstance(recorded, dict) and set(recorded) == {"$unresolved"}:
        return None
    if isinstance(documented, dict) and isinstance(recorded, dict):
        pairs = [(key, value, recorded.get(key)) for key, value in documented.items()]
    elif isinstance(documented, list) and isinstance(recorded, list) and len(documented) == len(recorded):
        pairs = [(index, value, recorded[index]) for index, value in enumerate(documented)]
    else:
        return None if documented == recorded else f"{where}: {documented!r} documented, {recorded!r} recorded"
    return next((found for key, a, b in pairs if (found := conflict(a, b, f"{where}.{key}"))), None)


def check_documented(data: dict) -> int:
    """Every documented scenario belongs to a recorded one and contradicts nothing in it."""
    documented = json.loads((ORACLES / "documented.json").read_text(encoding="utf-8"))
    counts: Counter = Counter()
    for name, entry in documented.items():
        if not entry["source"].startswith("https://docs.aws.amazon.com/"):
            raise SystemExit(f"documented.json: {name} has no AWS source")
        for scenario in entry["scenarios"]:
            recorded = next(
                s for s in data[name]["scenarios"] if s["parameters"] == scenario["parameters"] and "assumed" not in s
            )
            for condition, value in scenario.get("conditions", {}).items():
                if recorded["conditions"][condition] not in (None, value):
                    raise SystemExit(f"documented.json: {name} condition {condition} contradicts cfn-lint")
            for logical, resource in scenario["resources"].items():
                against = recorded["resources"][logical]
                if against["exists"] not in (None, resource["exists"]):
                    raise SystemExit(f"documented.json: {name} {logical} contradicts cfn-lint")
                properties = resource.get("properties", {})
                if found := conflict(properties, against.get("properties", {}), f"{name} {logical}"):
                    raise SystemExit(f"documented.json: {found}")
                count(properties, counts)
    return sum(counts.values())


def count(node, counts: Counter) -> None:
    if isinstance(node, dict):
        if set(node) == {"$unresolved"}:
            counts[node["$unresolved"]] += 1
            return
        for child in node.values():
            count(child, counts)
    elif isinstance(node, list):
        for child in node:
            count(child, counts)
    else:
        counts["resolved"] += 1


def stats(data: dict) -> str:
    counts: Counter = Counter()
    decided: Counter = Counter()
    scenarios = worlds = resources = 0
    for entry in data.values():
        for scenario in entry["scenarios"]:
            scenarios += 1
            worlds += "assumed" in scenario
            for name, value in scenario["conditions"].items():
                if "assumed" not in scenario:
                    decided["undecided" if value is None else "decided"] += 1
            for resource in scenario["resources"].values():
                resources += 1
                count({k: v for k, v in resource.items() if k not in ("exists", "DependsOn")}, counts)
            for output in scenario.get("outputs", {}).values():
                count({k: v for k, v in output.items() if k != "exists"}, counts)
    lines = [
        f"cfn-lint {cfnlint.version.__version__}",
        f"templates {len(data)}, scenarios {scenarios} ({worlds} of them worlds), resources {resources}",
        f"conditions decided {decided['decided']}, undecided {decided['undecided']}",
        f"values resolved {counts.pop('resolved', 0)}, unresolved {sum(counts.values())}",
    ]
    lines += [f"  {name:22} {number}" for name, number in counts.most_common()]
    lines.append(f"functions answered {sum(ANSWERED.values())}, outermost only, Fn::If and AWS::NoValue not counted")
    lines += [f"  {name:22} {number}" for name, number in ANSWERED.most_common()]
    return "\n".join(lines)


def main() -> None:
    target = ORACLES / "expected.json"
    data = record()
    documented = check_documented(data)
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    if "\u0001" in text or "\\u0001" in text:
        raise SystemExit("a pseudo parameter reached the record")
    if "--check" in sys.argv:
        if target.read_text(encoding="utf-8") != text:
            raise SystemExit("expected.json differs from what cfn-lint says now")
    elif "--stats" not in sys.argv:
        target.write_text(text, encoding="utf-8")
    print(stats(data))
    print(f"values in documented.json {documented}")


if __name__ == "__main__":
    main()
