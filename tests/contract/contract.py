"""The contract (sync/protocol/openapi.yaml with bodies.json) as the tests read it: references, operations, and whether a value fits a schema.

The schemas use a small part of JSON Schema 2020-12; what is not known here is a fault, never passed over."""

import base64
import json
import os
import re
import uuid
from datetime import date

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "sync", "protocol")

# Words about a schema that say nothing about values.
SILENT = {
    "description", "title", "example", "examples", "default", "deprecated", "format", "contentEncoding", "contentMediaType", "contentSchema",
    "if", "then", "x-enum-varnames", "x-needed", "x-form",
}
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
}


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if name.endswith(".yaml") else json.load(file)


def has_type(value, name):
    if name == "integer":
        # 1e0 is a whole number, too (JSON Schema 2020-12, 6.1.1).
        return isinstance(value, int) and not isinstance(value, bool) or isinstance(value, float) and value.is_integer()
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


class Contract:
    def __init__(self):
        self.files = {"openapi.yaml": read("openapi.yaml"), "bodies.json": read("bodies.json")}
        self.document = self.files["openapi.yaml"]
        self._found = {}
        self.operations = []
        for path, item in self.document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(path)) + "$")
            shared = [self.at("openapi.yaml", p)[1] for p in item.get("parameters", [])]
            for method, operation in item.items():
                if method in ("get", "put", "post", "delete", "options", "head", "patch"):
                    own = [self.at("openapi.yaml", p)[1] for p in operation.get("parameters", [])]
                    names = re.findall(r"{(\w+)}", path)
                    self.operations.append(Operation(method.upper(), path, pattern, names, operation, shared + own))

    def at(self, file, node):
        """A node, or what its $ref stands for, with the file it is in."""
        while isinstance(node, dict) and "$ref" in node:
            key = (file, node["$ref"])
            if key not in self._found:
                name, _, pointer = node["$ref"].partition("#")
                target_file = name or file
                target = self.files[target_file]
                for step in pointer.strip("/").split("/"):
                    target = target[step.replace("~1", "/").replace("~0", "~")]
                self._found[key] = (target_file, target)
            file, node = self._found[key]
        return file, node

    def operation(self, method, path):
        """The operation for a request's method and path; None: the document has none."""
        for operation in self.operations:
            if operation.method == method and operation.pattern.match(path):
                match = operation.pattern.match(path)
                values = dict(zip(operation.names, match.groups()))
                fits = all(
                    not list(self.faults("openapi.yaml", parameter["schema"], values[parameter["name"]]))
                    for parameter in operation.parameters if parameter["in"] == "path")
                if fits:
                    return operation
        return None

    def faults(self, file, schema, value, closed=False, where="", known=None):
        """What does not fit, in words. `closed`: a member that no schema names is a fault too."""
        file, schema = self.at(file, schema)
        outermost = known is None
        known = set() if outermost else known
        if schema is True or schema == {}:
            known.add("*")
            return
        for word in schema:
            if word not in SILENT and word not in CHECKS and not word.startswith("$"):
                yield f"{where}: the contract uses {word}, which this check does not know"
        for word, check in CHECKS.items():
            if word in schema:
                yield from check(self, file, schema, value, closed, where, known)
        if schema.get("format") in FORMATS and isinstance(value, str) and not FORMATS[schema["format"]](value):
            yield f"{where}: {value!r:.60} is no {schema['format']}"
        if schema.get("contentEncoding") == "base64" and isinstance(value, str) and not is_base64(value):
            yield f"{where}: {value!r:.60} is no base64"
        if "if" in schema and not list(self.faults(file, schema["if"], value)):
            yield from self.faults(file, schema.get("then", True), value, closed, where, known)
        if "contentSchema" in schema and isinstance(value, str):
            yield from self.content(file, schema, value, where)
        if outermost and closed and isinstance(value, dict) and "*" not in known:
            if schema.get("type") == "object" and not self.is_free(file, schema):
                for name in value.keys() - known:
                    yield f"{where}: the contract does not know {name!r}"

    def is_free(self, file, schema):
        """An object of which nothing is said: anything may be in it."""
        return not any(word in schema for word in ("properties", "allOf", "additionalProperties"))

    def content(self, file, schema, text, where):
        try:
            value = json.loads(text)
        except ValueError:
            yield f"{where}: no JSON in a text that should be"
            return
        yield from self.faults(file, schema["contentSchema"], value, False, where + "*")


class Operation:
    def __init__(self, method, path, pattern, names, spec, parameters):
        self.method, self.path, self.pattern, self.names, self.spec, self.parameters = method, path, pattern, names, spec, parameters

    def __str__(self):
        return f"{self.method} {self.path}"


def check_type(contract, file, schema, value, closed, where, known):
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(has_type(value, name) for name in names):
        yield f"{where}: {value!r:.60} is no {schema['type']}"


def check_properties(contract, file, schema, value, closed, where, known):
    if not isinstance(value, dict):
        return
    for name, inner in schema["properties"].items():
        known.add(name)
        if name in value:
            yield from contract.faults(file, inner, value[name], closed, f"{where}.{name}")


def check_additional(contract, file, schema, value, closed, where, known):
    known.add("*")
    if isinstance(value, dict):
        for name in value.keys() - schema.get("properties", {}).keys():
            yield from contract.faults(file, schema["additionalProperties"], value[name], closed, f"{where}.{name}")


def check_required(contract, file, schema, value, closed, where, known):
    if isinstance(value, dict):
        for name in schema["required"]:
            if name not in value:
                yield f"{where}: {name!r} is missing"


def check_items(contract, file, schema, value, closed, where, known):
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from contract.faults(file, schema["items"], item, closed, f"{where}[{index}]")


def check_all(contract, file, schema, value, closed, where, known):
    for part in schema["allOf"]:
        yield from contract.faults(file, part, value, closed, where, known)


def simple(word, holds):
    def check(contract, file, schema, value, closed, where, known):
        if not holds(value, schema[word]):
            yield f"{where}: {value!r:.60} against {word} {schema[word]!r:.60}"
    return check


def is_number(value):
    return has_type(value, "number")


CHECKS = {
    "type": check_type,
    "properties": check_properties,
    "additionalProperties": check_additional,
    "required": check_required,
    "items": check_items,
    "allOf": check_all,
    "const": simple("const", lambda v, c: v == c and isinstance(v, bool) == isinstance(c, bool)),
    "enum": simple("enum", lambda v, c: v in c),
    "pattern": simple("pattern", lambda v, c: not isinstance(v, str) or re.search(c, v)),
    "minimum": simple("minimum", lambda v, c: not is_number(v) or v >= c),
    "maximum": simple("maximum", lambda v, c: not is_number(v) or v <= c),
    "minLength": simple("minLength", lambda v, c: not isinstance(v, str) or len(v) >= c),
    "maxLength": simple("maxLength", lambda v, c: not isinstance(v, str) or len(v) <= c),
    "maxItems": simple("maxItems", lambda v, c: not isinstance(v, list) or len(v) <= c),
}


def is_uuid(text):
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def is_date(text):
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


FORMATS = {"uuid": is_uuid, "date": is_date}


def is_base64(text):
    try:
        return base64.b64encode(base64.b64decode(text, validate=True)).decode() == text
    except ValueError:
        return False
