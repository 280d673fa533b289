"""Checking a proof bundle from a file, without network or database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from shopkeeper.adapters.signing.ed25519 import check_signature
from shopkeeper.app.queries.verify_bundle import verify_bundle
from shopkeeper.entry.cli.output import UsageProblem


def verify_file(path: str, *, key_id: str | None = None) -> dict[str, Any]:
    """`ok`, the order and key, and the `problems` found; with `key_id` only that key may have signed.

    Raises UsageProblem when the file cannot be read as JSON.
    """
    try:
        bundle = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageProblem(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise UsageProblem(f"{path} is not JSON: {error}") from error
    report = verify_bundle(bundle, check_signature, trusted_key_id=key_id)
    problems = [f"{check.name}: {check.problem}" for check in report.checks if not check.ok]
    return {"ok": report.ok, "order": report.order, "key_id": report.key_id, "problems": problems}
