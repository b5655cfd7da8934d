#!/usr/bin/env python3
"""Compares what gateways heard and said with the contract: every answer's status, headers and body are declared, and fit.

usage: traffic.py FOLDER     FOLDER: what tests/support/shims/traffic.cpp wrote, two files for each connection"""

import collections
import gzip
import json
import os
import sys
import urllib.parse

from contract import Contract

OURS = ("upload-", "tus-", "location", "retry-after", "deprecation", "sunset")
MOST_SHOWN = 40


class Cut(Exception):
    """The connection ended within a message."""


class Strange(Exception):
    """No HTTP/1.1."""


class Stream:
    def __init__(self, path):
        # A gateway that was killed as the connection began has made the first of the two files alone.
        if os.path.exists(path):
            with open(path, "rb") as file:
                self.bytes = file.read()
        else:
            self.bytes = b""
        self.at = 0

    def ended(self):
        return self.at >= len(self.bytes)

    def line(self):
        end = self.bytes.find(b"\r\n", self.at)
        if end < 0:
            raise Cut()
        line = self.bytes[self.at:end]
        self.at = end + 2
        return line

    def take(self, count):
        if self.at + count > len(self.bytes):
            raise Cut()
        piece = self.bytes[self.at:self.at + count]
        self.at += count
        return piece

    def head(self):
        first = self.line().decode("latin-1")
        headers = []
        while True:
            line = self.line().decode("latin-1")
            if not line:
                return first, headers
            name, colon, value = line.partition(":")
            if not colon:
                raise Strange()
            headers.append((name.strip().lower(), value.strip()))

    def body(self, headers):
        values = dict(headers)
        if "chunked" in values.get("transfer-encoding", "").lower():
            pieces = []
            while True:
                try:
                    size = int(self.line().split(b";")[0], 16)
                except ValueError:
                    raise Strange() from None
                pieces.append(self.take(size))
                if self.line() != b"":
                    raise Strange()
                if size == 0:
                    return b"".join(pieces)
        try:
            return self.take(max(int(values.get("content-length", "0")), 0))
        except ValueError:
            raise Strange() from None


Request = collections.namedtuple("Request", "method target headers body")
Answer = collections.namedtuple("Answer", "status headers body")


def requests_in(stream):
    """Those whose head came; a body that did not come whole is empty. None: from there on it is no HTTP."""
    found = []
    while not stream.ended():
        try:
            first, headers = stream.head()
            method, target, version = first.split(" ")
            lengths = [name for name, _ in headers if name in ("content-length", "transfer-encoding")]
            if version not in ("HTTP/1.1", "HTTP/1.0") or len(lengths) > 1:
                raise Strange()
        except Cut:
            break
        except (Strange, ValueError):
            found.append(None)
            break
        try:
            found.append(Request(method, target, dict(headers), stream.body(headers)))
        except Cut:
            found.append(Request(method, target, dict(headers), None))
            break
        except Strange:
            found.append(None)
            break
    return found


def next_answer(stream, method):
    while True:
        first, headers = stream.head()
        status = int(first.split(" ")[1])
        if status >= 200:
            break
    body = b"" if method == "HEAD" or status == 204 else stream.body(headers)
    return Answer(status, headers, body)


class Check:
    def __init__(self):
        self.contract = Contract()
        self.faults = collections.Counter()
        self.first = {}
        self.seen = collections.Counter()
        self.records = 0
        self.payloads = 0
        self.problem = {"$ref": "#/components/schemas/Problem"}
        self.known = {}

    def fault(self, what, where):
        self.faults[what] += 1
        self.first.setdefault(what, where)

    def connection(self, base):
        heard, said = Stream(base + ".in"), Stream(base + ".out")
        name = os.path.basename(base)
        for request in requests_in(heard):
            if said.ended():
                return
            method = request.method if request else "GET"
            if request and request.method == "HEAD":
                method = "HEAD"
            try:
                answer = next_answer(said, method)
            except Cut:
                return  # killed while it answered
            except (Strange, ValueError, IndexError):
                self.fault("an answer that is no HTTP/1.1", name)
                return
            self.exchange(request, answer, name)
            if request is None or request.body is None or dict(answer.headers).get("connection") == "close":
                return

    def exchange(self, request, answer, name):
        if request is None:
            self.refused("no HTTP", answer, name)
            return
        target = urllib.parse.urlsplit(request.target)
        key = (request.method, target.path)
        if key not in self.known:
            self.known[key] = self.contract.operation(*key)
        operation = self.known[key]
        if operation is None:
            self.refused("an undeclared request", answer, name)
            return
        self.seen[(str(operation), answer.status)] += 1
        spec = operation.spec["responses"].get(str(answer.status))
        if spec is None:
            self.fault(f"{operation}: {answer.status} is not declared ({answer.body[:100]!r})", name)
            return
        _, spec = self.contract.at("openapi.yaml", spec)
        for fault in self.headers(spec, answer):
            self.fault(f"{operation} {answer.status}: {fault}", name)
        value = None
        for fault in self.body(spec, request, answer):
            if isinstance(fault, str):
                self.fault(f"{operation} {answer.status}: {fault}", name)
            else:
                value = fault[0]
        if answer.status < 300:
            for fault in self.request(operation, request, target.query, value):
                self.fault(f"{operation}, taken: {fault}", name)

    def refused(self, what, answer, name):
        self.seen[(what, answer.status)] += 1
        if answer.status not in (400, 401, 403, 404, 408, 411, 413, 414, 415, 429, 431, 500, 503):
            self.fault(f"{what} is answered with {answer.status}", name)
        elif answer.body:
            for fault in self.body({"content": {"application/problem+json": {"schema": self.problem}}}, None, answer):
                if isinstance(fault, str):
                    self.fault(f"{what} {answer.status}: {fault}", name)

    def headers(self, spec, answer):
        declared = {name.lower(): self.contract.at("openapi.yaml", header)[1] for name, header in spec.get("headers", {}).items()}
        counts = collections.Counter(name for name, _ in answer.headers)
        for name, value in answer.headers:
            if counts[name] > 1:
                yield f"{name} comes {counts[name]} times"
            if name in declared:
                schema = declared[name]["schema"]
                typed = int(value) if schema.get("type") == "integer" and value.isdigit() else value
                yield from self.contract.faults("openapi.yaml", schema, typed, False, name)
            elif name.startswith(OURS) and not (name == "tus-resumable" and answer.status >= 400):
                yield f"{name} is not declared"
        for name, header in declared.items():
            if header.get("required") and name not in counts:
                yield f"{name} is missing"
        if "date" not in counts:
            yield "date is missing"

    def body(self, spec, request, answer):
        headers = dict(answer.headers)
        if request and request.method == "HEAD":
            return
        content = spec.get("content")
        body = gzip.decompress(answer.body) if headers.get("content-encoding") == "gzip" else answer.body
        if not content:
            if body:
                yield "a body that is not declared"
            return
        media = headers.get("content-type", "").split(";")[0]
        if media not in content:
            yield f"{media!r} is not declared"
            return
        if not media.endswith("json"):
            return
        try:
            value = json.loads(body)
        except ValueError:
            yield "no JSON"
            return
        yield (value,)
        for fault in self.contract.faults("openapi.yaml", content[media]["schema"], value, True, ""):
            yield generic(fault)

    def request(self, operation, request, query, answer):
        """What was taken is as the contract has it; more members than it knows are allowed."""
        values = urllib.parse.parse_qs(query)
        for parameter in operation.parameters:
            name, schema = parameter["name"], parameter.get("schema", {})
            if parameter["in"] == "query":
                found = values.get(name, [None])[0]
            elif parameter["in"] == "header":
                found = request.headers.get(name.lower())
            else:
                continue
            if found is None:
                if parameter.get("required"):
                    yield f"{name} was not there"
                continue
            typed = int(found) if schema.get("type") == "integer" and found.isdigit() else found
            yield from (generic(f) for f in self.contract.faults("openapi.yaml", schema, typed, False, name))
        content = operation.spec.get("requestBody", {}).get("content", {}).get("application/json")
        if not content or request.body is None:
            return
        try:
            body = json.loads(request.body)
        except ValueError:
            yield "no JSON"
            return
        if operation.path == "/v1/records":
            body = {"records": self.held(body["records"], answer)}
            self.records += len(body["records"])
        for fault in self.contract.faults("openapi.yaml", content["schema"], body, False, ""):
            yield generic(fault)

    @staticmethod
    def held(records, answer):
        """Those that the answer says are held and stand; after the mark nothing was looked at."""
        mark = answer["mark"]["seq"] if answer else 0
        fallen = {refused["seq"] for refused in answer.get("refused", [])} if answer else set()
        return [record for record in records if record["header"]["seq"] <= mark and record["header"]["seq"] not in fallen]


def generic(fault):
    """The same fault of another item is the same."""
    place, _, words = fault.partition(":")
    return "".join("#" if c.isdigit() else c for c in place) + ":" + words


def main(folder):
    check = Check()
    names = sorted({os.path.splitext(name)[0] for name in os.listdir(folder)})
    for name in names:
        check.connection(os.path.join(folder, name))
    for (what, status), count in sorted(check.seen.items()):
        print(f"{count:8} {what} {status}")
    print(f"{len(names)} connections, {sum(check.seen.values())} exchanges, {check.records} records taken, {sum(check.faults.values())} faults")
    for what, count in check.faults.most_common(MOST_SHOWN):
        print(f"FAULT {count} x {what} (first in {check.first[what]})")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
