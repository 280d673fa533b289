"""`python -m shopkeeper.testing.models hostile --port 8099`: a double as an endpoint on this machine."""

from __future__ import annotations

import argparse
import sys
import threading

from shopkeeper.testing.models import DOUBLES, ModelEndpoint, Trouble


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=tuple(DOUBLES))
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--trouble", type=Trouble, choices=tuple(Trouble), default=Trouble.NONE, help="what is wrong with the endpoint")
    asked = parser.parse_args()
    endpoint = ModelEndpoint(DOUBLES[asked.kind](), port=asked.port)
    endpoint.trouble = asked.trouble
    sys.stdout.write(f"{asked.kind} model at {endpoint.url}\n")
    sys.stdout.flush()
    threading.Event().wait()


if __name__ == "__main__":
    main()
