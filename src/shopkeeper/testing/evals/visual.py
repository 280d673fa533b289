"""How often a photo finds its product: top-1, top-5, how surely, and in what time."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from shopkeeper.adapters.vision.gallery import in_the_studio
from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.learning import learn
from shopkeeper.adapters.vision.look import Look, Looker, packed, unpacked
from shopkeeper.adapters.vision.matching import Match, Matcher
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.photo import SURE

SUREST = (0.5, 0.7)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Row:
    image: Path
    product_id: str


def evaluate_visual(
    catalog: Path, photos: Path, *, gallery: Path | None = None, progress: Progress | None = None, looker: Looker | None = None
) -> dict[str, float]:
    """`p50_ms` and `p95_ms` cover a photo from its bytes to its candidates. Raises InvalidInput on unknown columns or files."""
    shown, wanted = read_rows(catalog, named=True), read_rows(photos)
    own = read_rows(gallery) if gallery else ()
    total, done = len(shown) + len(wanted) + len(own), 0
    looking = looker or Looker(EfficientNetLite2())

    def read(row: Row) -> Image.Image:
        nonlocal done
        done += 1
        if progress:
            progress(done, total)
        return open_picture(row.image.read_bytes())

    products = sorted({row.product_id for row in shown})
    place = {product: at for at, product in enumerate(products)}
    pictures = [looking.look(read(row), closely=True) for row in shown]
    known = [row for row in own if row.product_id in place]
    taught = [_kept(looking.look_to_learn(read(row))) for row in known]
    owners = [place[row.product_id] for row in (*shown, *known)]
    matcher = Matcher([*pictures, *in_the_studio(taught, pictures, looking.name)], np.array(owners), looking.name, photos=len(taught))
    matcher.head = learn([look.lines for look in taught if look.lines is not None], owners[len(shown) :])
    matches: list[Match] = []
    times_ms: list[float] = []
    for row in wanted:
        started = time.perf_counter()
        matches.append(_matched(matcher, looking, read(row)))
        times_ms.append((time.perf_counter() - started) * 1000)
    return _figures(matches, [place.get(row.product_id, -1) for row in wanted], times_ms)


def _kept(look: Look) -> Look:
    """As it comes back from where a shop keeps it."""
    kept = unpacked(packed(look))
    assert kept is not None
    return kept


def _matched(matcher: Matcher, looking: Looker, picture: Image.Image) -> Match:
    """With more views where the first ones leave a doubt, as in a turn."""
    look = looking.look(picture)
    match = matcher.match(look)
    if matcher.head is None or match.trust * float(match.shares.max()) >= SURE:
        return match
    more = looking.look_again(picture, look)
    return match if more is None else matcher.match(more, learn=False)


def _figures(matches: Sequence[Match], wanted: Sequence[int], times_ms: Sequence[float]) -> dict[str, float]:
    order = [np.argsort(-match.shares) for match in matches]
    right = np.array([best[0] == truth for best, truth in zip(order, wanted, strict=True)])
    near = [truth in best[:5] for best, truth in zip(order, wanted, strict=True)]
    by_sureness = right[np.argsort([-float(match.shares.max()) for match in matches])]
    surest = {f"top1_surest_{round(share * 100)}": float(by_sureness[: max(1, round(len(right) * share))].mean()) for share in SUREST}
    return {
        "photos": float(len(matches)),
        "top1": float(right.mean()),
        "top3": float(np.mean([truth in best[:3] for best, truth in zip(order, wanted, strict=True)])),
        "top5": float(np.mean(near)),
        **surest,
        "p50_ms": statistics.median(times_ms),
        "p95_ms": sorted(times_ms)[int(len(times_ms) * 0.95)],
    }


def read_rows(path: Path, *, named: bool = False) -> tuple[Row, ...]:
    """Pictures and their products; paths are absolute or relative to the file. `named` catalogs may carry names."""
    columns = {"image", "product_id", "name"} if named else {"image", "product_id"}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        names = set(rows.fieldnames or ())
        if names - columns or {"image", "product_id"} - names:
            missing = sorted({"image", "product_id"} - names)
            detail = f"{path.name}: unknown columns {sorted(names - columns)}, missing {missing}; known are {sorted(columns)}"
            raise InvalidInput("unknown_columns", detail)
        found = tuple(Row(path.parent / row["image"], row["product_id"]) for row in rows)
    gone = next((row.image for row in found if not row.image.is_file()), None)
    if gone is not None or not found:
        raise InvalidInput("no_such_picture", f"{path.name}: {f'there is no picture {gone}' if gone else 'no rows'}")
    return found
