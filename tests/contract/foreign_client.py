#!/usr/bin/env python3
"""Enrols, pulls, uploads and pushes at a real gateway with station.py, which is written from the contract alone.

usage: foreign_client.py GATEWAY_PROGRAM TRAFFIC_SHIM"""

import base64
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import datetime, timedelta, timezone

from contract import read
from station import Person, Station, act_text, header_hash, head_text, is_signed, mark_text, offer_text, payload_digest, pin_of, plain_code, voucher_text

import ssl

BODIES = read("bodies.json")
VIETNAM = timezone(timedelta(hours=7))


def same(found, wanted):
    assert found == wanted, f"{found!r} instead of {wanted!r}"


def example(kind, version):
    """The document's own example of a payload."""
    name = BODIES["x-kinds"][kind]["versions"][str(version)]["$ref"].rsplit("/", 1)[1]
    return json.loads(json.dumps(BODIES["$defs"][name]["examples"][0]))


def now():
    return int(time.time() * 1000)


class Gateway:
    def __init__(self, program, shim, folder):
        self.program, self.data = program, os.path.join(folder, "gateway")
        made = subprocess.run([program, "init", "--training", "--desk-volumes", "--data", self.data], capture_output=True, check=True)
        founded = json.loads(made.stdout)
        self.codes = [code["code"] for code in founded["codes"]]
        self.activations = {person["login"]: person["activation"] for person in founded["people"]}
        environment = dict(os.environ)
        if "MOTCUA_TRAFFIC" in environment and os.path.exists(shim):
            environment["LD_PRELOAD"] = shim
        self.process = subprocess.Popen(
            [program, "serve", "--data", self.data, "--listen", "127.0.0.1:0", "--enrol-port", "0"], stdout=subprocess.PIPE, env=environment)
        words = self.process.stdout.readline().decode().split()
        self.url, self.listener = words[1], words[3]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        self.process.stdout.close()

    def check(self):
        return json.loads(subprocess.run([self.program, "check", "--data", self.data], capture_output=True, check=False).stdout)


def vectors(folder):
    vectors = read("vectors.json")
    for pin in vectors["pin"]:
        same(plain_code(pin["code"])[10:], pin_of(ssl.PEM_cert_to_DER_cert(pin["authority"])))
    for digest in vectors["payloadDigest"]:
        same(payload_digest(base64.b64decode(digest["salt"]), digest["payload"]), digest["digest"])
    for header in vectors["headerHash"]:
        same(header_hash(header["header"]), header["hash"])
    for mark in vectors["mark"]:
        text = mark_text(mark["station"], mark["seq"], mark["head"])
        same(text.decode(), mark["text"])
        same(is_signed(folder, mark["platformKey"], text, mark["signature"]), mark["valid"])
    for row in vectors["signed"]:
        texts = {"act": lambda of: act_text(of["station"], of["act"]), "key": lambda of: offer_text(of["login"], of["code"], of["key"], of["written"]),
                 "voucher": voucher_text, "head": lambda of: head_text(of["station"], of["seq"], of["head"])}
        text = texts[row["what"]](row["of"])
        same(text.decode(), row["text"])
        same(is_signed(folder, row["publicKey"], text, row["signature"]), row["valid"])


def enrolment(gateway, folder):
    desk = Station(os.path.join(folder, "desk"))
    desk.people = {login: Person(desk.folder, login) for login in ("lan.nt", "minh.tv")}
    clerk = desk.people["lan.nt"]
    code = gateway.codes[0]
    assert not desk.trust(gateway.listener, gateway.codes[0][:-1] + ("0" if code[-1] != "0" else "1"))
    assert desk.trust(gateway.listener, code)
    question = {"code": code, "login": "lan.nt", "of-a-later-program": {"is": ["passed over"]}}
    answer = desk.ask_to_enrol(gateway.listener, "/v1/enrolments/check", question)
    same(answer.status, 200)
    same(answer.json()["url"], gateway.url)
    refused = desk.ask_to_enrol(gateway.listener, "/v1/enrolments/check", question, "text/plain")
    same((refused.status, refused.code()), (415, "request.media-type"))
    # The platform's own, its authority's, the root's.
    same(len(desk.chain), 3)
    first = desk.enrol(gateway.listener, code, clerk)
    same(first.status, 201)
    same(ssl.PEM_cert_to_DER_cert(first.json()["authority"]), ssl.PEM_cert_to_DER_cert(desk.chain[-1]))
    # The answer was lost; a signature made again is another one.
    again, told = desk.enrol(gateway.listener, code, clerk).json(), first.json()
    for answer in (again, told):
        assert desk.vouched(answer["voucher"], clerk)
        answer["voucher"].pop("signature")
    same(again, told)
    stranger = Station(os.path.join(folder, "stranger"))
    assert stranger.trust(gateway.listener, code)
    again = stranger.enrol(gateway.listener, code, clerk)
    same((again.status, again.code()), (403, "enrolment.code-wrong"))
    same(desk.send("GET", "/v1/health").json()["status"], "ok")
    mark = desk.send("GET", "/v1/mark").json()
    same((mark["seq"], mark["head"]), (0, "0" * 64))
    assert desk.holds(mark)
    wrong = desk.activate(desk.people["minh.tv"], gateway.activations["lan.nt"])
    same((wrong.status, wrong.code()), (403, "activation.code-wrong"))
    bound = desk.activate(desk.people["minh.tv"], gateway.activations["minh.tv"])
    same(bound.status, 201)
    assert desk.vouched(bound.json(), desk.people["minh.tv"])
    return desk


def what_is_published(desk):
    """By kind; of those that replace each other the last."""
    known = {"volume": {}}
    for item in desk.pull_all(limit=3):
        if item["kind"] == "volume":
            known["volume"][item["body"]["id"]] = item["body"]
        else:
            known[item["kind"]] = item["body"]
    for kind in ("catalogue", "settings", "calendar", "accounts", "code-range"):
        assert kind in known, kind
    return known


def upload(desk):
    """A page in two pieces; then as a client that lost the last answer."""
    page = os.urandom(5000)
    digest = hashlib.sha256(page).hexdigest()
    same(desk.send("HEAD", "/v1/blobs/by-hash/" + digest).status, 404)
    made = desk.create(page)
    same((made.status, made.headers["Upload-Offset"]), (201, "0"))
    address = made.headers["Location"]
    sha1 = "sha1 " + base64.b64encode(hashlib.sha1(page[:2000]).digest()).decode()
    wrong = desk.patch(address, 0, page[1000:3000], Upload_Checksum=sha1)
    same((wrong.status, wrong.code()), (460, "blob.checksum-mismatch"))
    same(desk.patch(address, 0, page[:2000], Upload_Checksum=sha1).status, 204)
    same(desk.offset(address), 2000)
    sha256 = "sha256 " + base64.b64encode(hashlib.sha256(page[2000:]).digest()).decode()
    same(desk.patch(address, 2000, page[2000:], Upload_Checksum=sha256).status, 204)
    same(desk.offset(address), 5000)
    same(desk.send("HEAD", "/v1/blobs/by-hash/" + digest).status, 204)
    again = desk.create(page)
    same((again.status, again.headers["Upload-Offset"]), (201, "5000"))
    address = again.headers["Location"]
    same(desk.patch(address, 0, page).status, 409)
    same(desk.offset(address), 5000)
    same(desk.patch(address, 5000, b"").status, 204)
    return page, digest


def push(desk, known, digest, size):
    """A certified copy from its receipt to its number, as the document's own examples with what this platform published."""
    clerk = next(a for a in known["accounts"]["accounts"] if a["roles"] & 1 and a["active"])
    supervisor = next(a for a in known["accounts"]["accounts"] if a["roles"] & 2 and a["active"])
    today = datetime.now(VIETNAM)
    book = next(v for v in known["volume"].values() if v["station"] == desk.id and v["symbol"] == "SCT/BS" and v["year"] == today.year)
    unit = known["settings"]["unit"]
    received = example("dossier-received", 1)
    received.update(code=f"{unit}-{today:%y%m%d}-{known['code-range']['first']:04d}", received=now(), due=now() + 3600000)
    for name in ("receivedUnit", "helpedUnit", "decidingUnit"):
        received[name] = unit
    received["procedure"] = next(row["version"] for row in known["catalogue"]["procedures"] if row["version"]["code"] == received["procedure"]["code"])
    received["papers"][0]["pages"] = [{"blob": digest, "mediaType": "image/jpeg", "bytes": size, "width": 1, "height": 1}]
    signer = {"user": supervisor["id"], "name": supervisor["name"], "title": supervisor["title"], "authority": supervisor.get("authority", "")}
    dossier = str(uuid.uuid4())
    entry = example("entry-registered", 1)
    entry["entry"].update(volume=book["id"], number=book["firstNumber"], date=f"{today:%Y-%m-%d}", signer=signer,
                          numberLabel=f"{book['firstNumber']:05d}", volumeLabel=f"{book['ordinal']:02d}/{book['year']}-{book['symbol']}")
    entry["entry"].pop("columns", None)
    steps = [("dossier-received", received, clerk, {}), ("dossier-submitted", example("dossier-submitted", 1), clerk, {}),
             ("dossier-approved", {"signer": signer, "twoHat": False}, supervisor, {}),
             ("entry-registered", entry, supervisor, {"volume": book["id"], "number": book["firstNumber"]})]
    records = []
    for version, (kind, payload, actor, more) in enumerate(steps, 1):
        assert BODIES["x-kinds"][kind]["changes"]
        records.append(desk.record(kind, 1, payload, dossier=dossier, dossierVersion=version, actor=actor["id"], at=now(), **more))
    records.append(desk.record("note-added", 1, example("note-added", 1), dossier=dossier, dossierVersion=0, actor=clerk["id"], at=now()))
    lan, minh = desk.people["lan.nt"], desk.people["minh.tv"]
    lan.sign(desk.id, records[:2])
    # Nobody decides in another's name.
    refusal = desk.push(records).json()["refusal"]
    same((refusal["seq"], refusal["code"]), (3, "event.unsigned"))
    same(desk.push(lan.sign(desk.id, records[2:4])).json()["refusal"]["code"], "event.wrong-signature")
    minh.sign(desk.id, records[2:4])
    answer = desk.push(records).json()
    assert "refusal" not in answer, answer
    same((answer["mark"]["seq"], answer["mark"]["head"]), (desk.seq, desk.head))
    assert desk.holds(answer["mark"])
    # After any doubt a batch may be repeated.
    same(desk.push(records).json()["mark"]["seq"], desk.seq)
    # What is refused is refused alone, and the chain goes on from there.
    seq, head = desk.seq, desk.head
    returned = desk.record("dossier-returned", 1, example("dossier-returned", 1), dossier=dossier, dossierVersion=5, actor=clerk["id"], at=now())
    refusal = desk.push([returned]).json()
    same(refusal["refusal"]["code"], "event.wrong-role")
    same(refusal["mark"]["seq"], seq)
    desk.seq, desk.head = seq, head
    return dossier, records


def another_desk(gateway, folder, desk, dossier, records, page, digest):
    other = Station(os.path.join(folder, "other"))
    assert other.trust(gateway.listener, gateway.codes[1])
    same(other.enrol(gateway.listener, gateway.codes[1], Person(other.folder, "lan.nt")).status, 201)
    seen = [item["body"] for item in other.pull_all() if item["kind"] == "record"]
    same([header_hash(r["header"]) for r in seen], [header_hash(r["header"]) for r in records])
    for record in seen:
        same(payload_digest(base64.b64decode(record["salt"]), record["payload"]), record["header"]["payloadDigest"])
    same([r.get("act") for r in seen], [r.get("act") for r in records])
    content = other.send("GET", "/v1/blobs/content/" + digest)
    same((content.status, content.body), (200, page))
    same(other.send_json("/v1/claims", {"dossier": dossier}).status, 202)
    claim = [item["body"] for item in desk.pull(wait=20)["items"] if item["kind"] == "claim"]
    same(claim, [{"dossier": dossier, "station": other.id}])
    released = desk.record("folder-released", 1, {"to": other.id}, dossier=dossier, dossierVersion=5, at=now())
    answer = desk.push([released]).json()
    same((answer.get("refusal"), answer["mark"]["seq"]), (None, desk.seq))
    same([item["body"]["header"]["kind"] for item in other.pull(wait=20)["items"]], ["folder-released"])
    same(other.send_json("/v1/claims", {"dossier": dossier}).status, 200)
    unknown = other.send_json("/v1/claims", {"dossier": str(uuid.uuid4())})
    same((unknown.status, unknown.code()), (404, "claim.unknown"))


def main(program, shim):
    with tempfile.TemporaryDirectory() as folder:
        vectors(folder)
        gateway = Gateway(program, shim, folder)
        try:
            desk = enrolment(gateway, folder)
            known = what_is_published(desk)
            page, digest = upload(desk)
            dossier, records = push(desk, known, digest, len(page))
            another_desk(gateway, folder, desk, dossier, records, page, digest)
        finally:
            gateway.stop()
        checked = gateway.check()
        assert not checked.get("faults"), checked
        print("enrolled, pulled, uploaded, pushed and passed a folder on:", json.dumps(checked)[:200])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
