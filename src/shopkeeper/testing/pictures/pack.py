"""Renders the pictures of a whole shop pack into a folder of small WebP files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml
from PIL import Image

from shopkeeper.testing.pictures.render import draw
from shopkeeper.testing.pictures.spec import PictureSpec, parse_spec

SIZE = 480
QUALITY = 74
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPack:
    """How many files there are now and what they weigh together."""

    files: int
    size_bytes: int


def render_pack(pack_dir: Path, out_dir: Path, progress: Progress | None = None) -> RenderedPack:
    """Writes `<sku>.webp` for each variant and `<product id>.webp` for each product in `pack_dir/products/*.yaml`.

    Calls `progress(done, total, name)`; pictures whose product is gone are removed. Raises ValueError for a bad color.
    """
    wanted = dict(pack_specs(pack_dir))
    out_dir.mkdir(parents=True, exist_ok=True)
    drawn: dict[PictureSpec, bytes] = {}
    for number, (name, spec) in enumerate(wanted.items(), start=1):
        if spec not in drawn:
            drawn[spec] = webp(draw(spec, "front", SIZE))
        target = out_dir / f"{name}.webp"
        if not target.exists() or target.read_bytes() != drawn[spec]:
            target.write_bytes(drawn[spec])
        if progress:
            progress(number, len(wanted), name)
    for stale in out_dir.glob("*.webp"):
        if stale.stem not in wanted:
            stale.unlink()
    sizes = [(out_dir / f"{name}.webp").stat().st_size for name in wanted]
    return RenderedPack(files=len(sizes), size_bytes=sum(sizes))


def pack_specs(pack_dir: Path) -> Iterator[tuple[str, PictureSpec]]:
    """(file stem, spec) for every product and variant of a pack; the product's own is its first variant's look."""
    for file in sorted((pack_dir / "products").glob("*.yaml")):
        for product in _maps(yaml.safe_load(file.read_text(encoding="utf-8"))):
            variants = _maps(product.get("variants"))
            yield str(product["id"]), _spec(product, variants[0] if variants else {})
            for variant in variants:
                yield str(variant["sku"]), _spec(product, variant)


def _spec(product: Mapping[str, object], variant: Mapping[str, object]) -> PictureSpec:
    title = _map(product.get("title"))
    base = {"key": product.get("id"), "brand": product.get("brand"), "label": title.get("en")}
    return parse_spec({**base, **_map(product.get("picture")), **_map(variant.get("picture"))})


def webp(picture: Image.Image) -> bytes:
    jar = io.BytesIO()
    picture.save(jar, "WEBP", quality=QUALITY, method=6)
    return jar.getvalue()


def _map(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _maps(value: object) -> list[dict[str, object]]:
    return [_map(entry) for entry in cast("list[object]", value)] if isinstance(value, list) else []
