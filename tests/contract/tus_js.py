#!/usr/bin/env python3
"""Lets the stock tus-js-client upload to a real gateway.

usage: tus_js.py GATEWAY_PROGRAM NODE_MODULES"""

import os
import subprocess
import sys
import tempfile

from foreign_client import Gateway, same
from station import Person, Station


def main(program, modules):
    with tempfile.TemporaryDirectory() as folder:
        gateway = Gateway(program, "", folder)
        try:
            desk = Station(os.path.join(folder, "desk"))
            assert desk.trust(gateway.listener, gateway.codes[0])
            same(desk.enrol(gateway.listener, gateway.codes[0], Person(desk.folder, "lan.nt")).status, 201)
            script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tus_js.cjs")
            return subprocess.run(["node", script, modules, desk.folder, gateway.url], timeout=300, check=False).returncode
        finally:
            gateway.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], os.path.abspath(sys.argv[2])))
