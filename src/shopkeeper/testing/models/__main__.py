"""`python -m shopkeeper.testing.models hostile --port 8099`: a double as an endpoint on this machine."""

from __future__ import annotations

import argparse

import uvicorn

from shopkeeper.testing.models import FailingModel, HostileModel
from shopkeeper.testing.models.endpoint import ModelEndpoint


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("hostile", "failing"))
    parser.add_argument("--port", type=int, default=8099)
    asked = parser.parse_args()
    model = HostileModel() if asked.kind == "hostile" else FailingModel()
    uvicorn.run(ModelEndpoint(model), host="127.0.0.1", port=asked.port, log_level="warning", lifespan="off")


if __name__ == "__main__":
    main()
