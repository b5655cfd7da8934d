#!/usr/bin/env python3
"""Judges the contract itself: openapi.yaml by the OpenAPI Initiative's own schema, bodies.json by JSON Schema's, and both by what we want of them.

usage: lint.py"""

import json
import os
import re
import sys

import jsonschema

from contract import Contract, SILENT, CHECKS

HERE = os.path.dirname(os.path.abspath(__file__))


def official(contract):
    """The schema of OpenAPI 3.1 (openapi-3.1.json, from the OpenAPI Initiative, Apache 2.0)."""
    with open(os.path.join(HERE, "openapi-3.1.json"), encoding="utf-8") as file:
        schema = json.load(file)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(contract.document):
        yield "openapi.yaml at /" + "/".join(map(str, fault.absolute_path)) + ": " + fault.message[:200]


def nodes(node, path=""):
    yield path, node
    if isinstance(node, dict):
        for name, inner in node.items():
            yield from nodes(inner, f"{path}/{name}")
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from nodes(inner, f"{path}/{index}")


def references(contract):
    for name, file in contract.files.items():
        for path, node in nodes(file):
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                try:
                    contract.at(name, node)
                except (KeyError, TypeError):
                    yield f"{name} at {path}: {node['$ref']} leads nowhere"


def schemas(contract):
    """Every schema with its file and name."""
    for name, schema in contract.document["components"]["schemas"].items():
        yield "openapi.yaml", name, schema
    for name, schema in contract.files["bodies.json"]["$defs"].items():
        yield "bodies.json", name, schema


def schema_faults(contract):
    for file, name, schema in schemas(contract):
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as fault:
            yield f"{file}: {name}: {fault.message[:200]}"
        examples = schema.get("examples", []) + ([schema["example"]] if "example" in schema else [])
        for example in examples:
            for fault in contract.faults(file, schema, example, True, name):
                yield f"{file}: example of {fault}"
        for needed in schema.get("x-needed", []):
            if needed not in schema["properties"]:
                yield f"{file}: {name} needs {needed}, which it does not have"


def always(contract):
    """The statuses that the document's own words have a client expect of every operation."""
    words = " ".join(contract.document["info"]["description"].split())
    return re.findall(r"\d{3}", re.search(r"must expect ([\d, and]+) of every operation", words)[1])


def operation_faults(contract):
    seen = set()
    expected = always(contract)
    if len(expected) < 10:
        yield f"openapi.yaml: what every operation may answer was not found, only {expected}"
    for operation in contract.operations:
        spec = operation.spec
        if spec["operationId"] in seen:
            yield f"{operation}: {spec['operationId']} twice"
        seen.add(spec["operationId"])
        declared = {p["name"] for p in operation.parameters if p["in"] == "path"}
        if declared != set(operation.names):
            yield f"{operation}: parameters {sorted(declared)}"
        for status in expected:
            if status not in spec["responses"]:
                yield f"{operation}: {status} is not declared, which every operation may answer"
        if "default" in spec["responses"]:
            yield f"{operation}: an answer by default is none that is declared"
        if "requestBody" in spec and operation.method in ("GET", "HEAD", "DELETE"):
            yield f"{operation}: a body"
        for status, response in spec["responses"].items():
            _, response = contract.at("openapi.yaml", response)
            types = list(response.get("content", {}))
            if int(status) >= 400 and types != ["application/problem+json"]:
                yield f"{operation} {status}: {types}"


def names_of_messages(contract):
    """openapi.yaml and the program's structs name the same members."""
    for name, members in contract.files["bodies.json"]["x-messages"].items():
        schema = contract.document["components"]["schemas"].get(name)
        if schema is None or set(schema["properties"]) != set(members):
            yield f"{name}: {sorted(schema['properties']) if schema else None}, the program has {members}"


def codes(contract):
    """Every code of the platform's problems is named in the document."""
    with open(os.path.join(HERE, "../../sync/gateway/net/Reply.cpp"), encoding="utf-8") as file:
        table = re.findall(r'^    \{"([a-z.-]+)", (?:inner|\d+), "', file.read(), re.M)
    if len(table) < 25:
        yield "Reply.cpp: its table was not found"
    text = json.dumps(contract.document)
    for code in table:
        if f"`{code}`" not in text:
            yield f"openapi.yaml does not name {code}"


def fields_once(contract):
    """Every field of a request that the document names is one that the platform takes once."""
    with open(os.path.join(HERE, "../../sync/gateway/net/front/RequestParser.cpp"), encoding="utf-8") as file:
        once = re.findall(r'"([a-z-]+)"', re.search(r"std::array once\{(.*?)\};", file.read(), re.DOTALL)[1])
    for operation in contract.operations:
        for parameter in operation.parameters:
            if parameter["in"] == "header" and parameter["name"].lower() not in once:
                yield f"{operation}: {parameter['name']} may come twice"


def vectors_named(contract):
    for name in ("bodies.json", "vectors.json"):
        if f"`{name}`" not in contract.document["info"]["description"]:
            yield f"openapi.yaml does not name {name}"


def main():
    contract = Contract()
    count = 0
    for check in (references, official, schema_faults, operation_faults, names_of_messages, codes, fields_once, vectors_named):
        for fault in check(contract):
            print(fault)
            count += 1
        if check is references and count:
            break
    print(f"{len(contract.operations)} operations, {sum(1 for _ in schemas(contract))} schemas, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
