"""A station written from the contract alone (sync/protocol/openapi.yaml, bodies.json, vectors.json): Python's standard library, and the
openssl program for keys and signatures. It knows nothing of our sources."""

import base64
import hashlib
import http.client
import json
import os
import re
import ssl
import struct
import subprocess
import urllib.parse
import uuid

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


# What vectors.json has vectors for

def pin_of(authority_der):
    """*Enrolment* 2: the first 130 bits of the SHA-256 of the root certificate's DER form, in Crockford's base 32."""
    bits = int.from_bytes(hashlib.sha256(authority_der).digest(), "big") >> (256 - 130)
    return "".join(CROCKFORD[(bits >> (5 * (25 - i))) & 31] for i in range(26))


def plain_code(code):
    return code.replace("-", "").upper()


def payload_digest(salt, payload):
    return hashlib.sha256(salt + payload.encode()).hexdigest()


def header_hash(header):
    """RecordHeader: its members in their order, integers as 64 bits, UUIDs as 16 bytes, byte strings after a 32-bit length."""
    def integer(name):
        return struct.pack(">q", header.get(name, 0))

    def identity(name):
        return uuid.UUID(header[name]).bytes if name in header else bytes(16)

    def text(value):
        return struct.pack(">I", len(value)) + value

    canonical = (identity("station") + integer("seq") + text(header["kind"].encode()) + integer("version") + identity("dossier") +
                 integer("dossierVersion") + identity("volume") + integer("number") + identity("actor") + integer("at") +
                 text(bytes.fromhex(header["previous"])) + text(bytes.fromhex(header["payloadDigest"])) +
                 text(bytes.fromhex(header["sealedDigest"])))
    return hashlib.sha256(canonical).hexdigest()


def mark_text(station, seq, head):
    return f"motcua-mark-v1\n{station}\n{seq}\n{head}\n".encode()


def act_text(station, act):
    """*Whose act it is*."""
    return "".join(f"{line}\n" for line in ["motcua-act-v1", station, act["key"], act["first"], *act["hashes"]]).encode()


def offer_text(login, code, key, written):
    return f"motcua-key-v1\n{login}\n{hashlib.sha256(plain_code(code).encode()).hexdigest()}\n{key}\n{written}\n".encode()


def voucher_text(voucher):
    key = hashlib.sha256(base64.b64decode(voucher["publicKey"])).hexdigest()
    return f"motcua-voucher-v1\n{voucher['station']}\n{voucher['user']}\n{key}\n{voucher['since']}\n{voucher['at']}\n".encode()


def head_text(station, seq, head):
    return f"motcua-head-v1\n{station}\n{seq}\n{head}\n".encode()


def signature(key_file, text):
    return base64.b64encode(openssl("dgst", "-sha256", "-sign", key_file, data=text)).decode()


def is_signed(folder, public_key_pem, text, signature_base64):
    key, signature = os.path.join(folder, "platform.pem"), os.path.join(folder, "signature")
    with open(key, "w", encoding="ascii") as file:
        file.write(public_key_pem)
    with open(signature, "wb") as file:
        file.write(base64.b64decode(signature_base64, validate=True))
    done = subprocess.run(["openssl", "dgst", "-sha256", "-verify", key, "-signature", signature], input=text, capture_output=True, check=False)
    return done.returncode == 0


# The station

class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def json(self):
        return json.loads(self.body)

    def code(self):
        assert self.headers["Content-Type"] == "application/problem+json", self.headers["Content-Type"]
        problem = self.json()
        assert problem["status"] == self.status and problem["type"] == "urn:motcua:problem:" + problem["code"], problem
        return problem["code"]


class Person:
    """Somebody who signs at one desk."""
    def __init__(self, folder, login):
        self.login, self.key_file = login, os.path.join(folder, login + ".pem")
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", self.key_file)
        public = openssl("pkey", "-in", self.key_file, "-pubout", "-outform", "DER")
        self.public_key, self.key = base64.b64encode(public).decode(), hashlib.sha256(public).hexdigest()

    def offer(self, code, written):
        return {"publicKey": self.public_key, "proof": signature(self.key_file, offer_text(self.login, code, self.key, written))}

    def sign(self, station, records):
        act = {"key": self.key, "first": records[0]["header"]["seq"], "hashes": [header_hash(record["header"]) for record in records]}
        act["signature"] = signature(self.key_file, act_text(station, act))
        for record in records:
            record["act"] = act
        return records


class Station:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=new", "-days", "1",
                "-keyout", self.file("key.pem"), "-out", self.file("own.pem"))
        self.request_pem = openssl("req", "-new", "-key", self.file("key.pem"), "-subj", "/CN=new").decode()
        self.seq, self.head, self.cursor, self.enrolment = 0, "0" * 64, 0, None
        self.connection, self.chain = None, []

    def file(self, name):
        return os.path.join(self.folder, name)

    def trust(self, listener, code):
        """*Enrolment* 3: the chain's last certificate is the one that the code names, or nothing is sent."""
        at = urllib.parse.urlsplit(listener)
        shown = openssl("s_client", "-connect", f"{at.hostname}:{at.port}", "-showcerts", "-cert", self.file("own.pem"), "-key",
                        self.file("key.pem"), data=b"").decode()
        self.chain = re.findall("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\n", shown.partition("Server certificate")[0], re.DOTALL)
        if pin_of(ssl.PEM_cert_to_DER_cert(self.chain[-1])) != plain_code(code)[10:]:
            return False
        with open(self.file("root.pem"), "w", encoding="ascii") as file:
            file.write(self.chain[-1])
        return True

    def connect(self, url, certificate):
        context = ssl.create_default_context(cafile=self.file("root.pem"))
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(self.file(certificate), self.file("key.pem"))
        at = urllib.parse.urlsplit(url)
        return http.client.HTTPSConnection(at.hostname, at.port, context=context, timeout=40)

    def ask_to_enrol(self, listener, path, body, media="application/json"):
        connection = self.connect(listener, "own.pem")
        connection.request("POST", path, json.dumps(body), {"Content-Type": media})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def enrol(self, listener, code, person):
        answer = self.ask_to_enrol(
            listener, "/v1/enrolments", {"code": code, "signingRequest": self.request_pem, "login": person.login, **person.offer(code, 0)})
        if answer.status == 201:
            self.enrolment = answer.json()
            with open(self.file("station.pem"), "w", encoding="ascii") as file:
                file.write(self.enrolment["certificate"])
            self.connection = self.connect(self.enrolment["url"], "station.pem")
        return answer

    def activate(self, person, code):
        return self.send_json("/v1/activations", {"login": person.login, "code": code, **person.offer(code, self.seq), "written": self.seq})

    def vouched(self, voucher, person):
        return voucher["publicKey"] == person.public_key and voucher["station"] == self.id and is_signed(
            self.folder, self.enrolment["platformKey"], voucher_text(voucher), voucher["signature"])

    @property
    def id(self):
        return self.enrolment["station"]

    def send(self, method, path, body=None, **headers):
        self.connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        return Answer(self.connection.getresponse())

    def send_json(self, path, body):
        return self.send("POST", path, json.dumps(body), Content_Type="application/json")

    # pull

    def pull(self, limit=200, wait=0):
        """One page; the cursor moves on."""
        answer = self.send("GET", f"/v1/feed?after={self.cursor}&limit={limit}&wait={wait}&written={self.seq}", Motcua_Reads="3")
        page = answer.json()
        if page["items"]:
            self.cursor = page["items"][-1]["cursor"]
        return page

    def pull_all(self, limit=200):
        items = []
        while True:
            page = self.pull(limit)
            items += page["items"]
            if not page["more"]:
                return items

    # push

    def record(self, kind, version, payload, **header):
        """The next of this station's chain."""
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        salt = os.urandom(16)
        whole = {"station": self.id, "seq": self.seq + 1, "kind": kind, "version": version, "previous": self.head,
                 "payloadDigest": payload_digest(salt, text), "sealedDigest": hashlib.sha256(b"sealed" + text.encode()).hexdigest(), **header}
        self.seq, self.head = self.seq + 1, header_hash(whole)
        return {"header": whole, "salt": base64.b64encode(salt).decode(), "payload": text}

    def push(self, records):
        last = records[-1]["header"]
        head = signature(self.file("key.pem"), head_text(self.id, last["seq"], header_hash(last)))
        return self.send("POST", "/v1/records", json.dumps({"records": records}), Content_Type="application/json", Motcua_Head=head)

    def holds(self, mark):
        return is_signed(self.folder, self.enrolment["platformKey"], mark_text(self.id, mark["seq"], mark["head"]), mark["signature"])

    # blobs

    def create(self, content, **headers):
        digest = base64.b64encode(hashlib.sha256(content).hexdigest().encode()).decode()
        return self.send("POST", "/v1/blobs", headers.pop("body", None), Tus_Resumable="1.0.0", Upload_Length=str(len(content)),
                         Upload_Metadata="sha256 " + digest, **headers)

    def patch(self, address, offset, piece, **headers):
        return self.send("PATCH", address, piece, Tus_Resumable="1.0.0", Upload_Offset=str(offset),
                         Content_Type="application/offset+octet-stream", **headers)

    def offset(self, address):
        answer = self.send("HEAD", address, Tus_Resumable="1.0.0")
        return int(answer.headers["Upload-Offset"]) if answer.status in (200, 204) else None
