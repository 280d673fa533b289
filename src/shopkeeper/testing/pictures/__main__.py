"""`python -m shopkeeper.testing.pictures PACK_DIR OUT_DIR`: draws a pack's pictures."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from shopkeeper.testing.pictures.pack import render_pack


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m shopkeeper.testing.pictures", description="Draw the product pictures of a shop pack.")
    parser.add_argument("pack_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    options = parser.parse_args()
    if not (options.pack_dir / "products").is_dir():
        parser.error(f"{options.pack_dir} has no products folder")

    def show(done: int, total: int, name: str) -> None:
        sys.stderr.write(f"\r{done}/{total} {name[:40]:<40}")
        sys.stderr.flush()

    result = render_pack(options.pack_dir, options.out_dir, show)
    sys.stderr.write(f"\n{result.files} pictures, {result.size_bytes / 1_000_000:.2f} MB in {options.out_dir}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
