"""How far a feed got, in a small file that outlives a crash."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import cast


@dataclass(frozen=True, slots=True)
class FileCheckpoint:
    """Implements `IngestCheckpoint`. A batch that was written but not noted is written again, which changes nothing."""

    path: Path

    def done(self, digest: str) -> int:
        try:
            noted: object = json.loads(self.path.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return 0
        if not isinstance(noted, dict):
            return 0
        entry = cast("dict[str, object]", noted)
        products = entry.get("products")
        return products if entry.get("digest") == digest and isinstance(products, int) else 0

    def save(self, digest: str, products: int) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps({"digest": digest, "products": products}))
        os.replace(fresh, self.path)

    def clear(self) -> None:
        self.path.unlink(missing_ok=True)
