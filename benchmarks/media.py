"""`python -m benchmarks.media`: how long other turns take while photos and voice notes are worked on, against a server at rest.

Eight photos and four voice notes are sent at once, again and again, each in a conversation of its own, while one client browses and buys.
Load and server are processes of their own; on a busy machine compare the two columns with one another, not with other machines.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import multiprocessing
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

from benchmarks.http_client import Connection
from benchmarks.server import Server, make_shop, serving
from benchmarks.turns import measure

TALKS = Path(__file__).parents[1] / "tests/conversations"
PHOTOS = ("tote_on_chair.jpg", "brown_tote.jpg", "care_kit_barcode.jpg", "nothing_we_sell.jpg")
NOTES = ("this_one_two_of_them_in_mitte.ogg", "add_two_mugs.ogg", "trail_jacket_black.ogg", "three_of_them.ogg")


def part(kind: str, path: Path) -> dict[str, str]:
    media = "image/jpeg" if kind == "image" else "audio/ogg"
    return {"type": kind, "media_type": media, "data": base64.b64encode(path.read_bytes()).decode()}


async def send(port: int, parts: list[dict[str, str]]) -> float:
    """One turn in a fresh conversation; how long it took, in seconds."""
    connection = Connection("127.0.0.1", port)
    opened = await connection.post("/v1/conversations", {})
    headers = {"Authorization": f"Bearer {opened['token']}", "Idempotency-Key": uuid.uuid4().hex}
    started = time.perf_counter()
    await connection.post(f"/v1/conversations/{opened['conversation_id']}/turns", {"parts": parts}, headers)
    took = time.perf_counter() - started
    await connection.close()
    return took


async def round_of_media(port: int, photos: int, notes: int) -> list[tuple[str, float]]:
    """All at once; a byte behind the end of each photo makes it another file, so that none is remembered."""
    pictures = [part("image", TALKS / "photos" / PHOTOS[at % len(PHOTOS)]) for at in range(photos)]
    for picture in pictures:
        picture["data"] = base64.b64encode(base64.b64decode(picture["data"]) + uuid.uuid4().bytes).decode()
    sounds = [part("audio", TALKS / "voice" / NOTES[at % len(NOTES)]) for at in range(notes)]
    sent = [("photo", send(port, [one])) for one in pictures] + [("voice", send(port, [one])) for one in sounds]
    took = await asyncio.gather(*(turn for _, turn in sent))
    return [(kind, seconds) for (kind, _), seconds in zip(sent, took, strict=True)]


def keep_busy(port: int, photos: int, notes: int, over: Any, result: Any) -> None:
    async def work() -> None:
        took: list[tuple[str, float]] = []
        while not over.is_set():
            took.extend(await round_of_media(port, photos, notes))
        result.put(took)

    asyncio.run(work())


def under_media(server: Server, photos: int, notes: int, seconds: float) -> dict[str, Any]:
    """Other turns for `seconds` while media are worked on, and how long the media turns took."""
    over, result = multiprocessing.Event(), multiprocessing.Queue()
    busy = multiprocessing.Process(target=keep_busy, args=(server.port, photos, notes, over, result))
    busy.start()
    run = measure(server, 1, seconds)
    over.set()
    took: list[tuple[str, float]] = result.get(timeout=600)
    busy.join()
    for kind in ("photo", "voice"):
        every = sorted(seconds for name, seconds in took if name == kind)
        run[kind] = {"turns": len(every), "median_s": round(every[len(every) // 2], 2)} if every else {"turns": 0}
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--photos", type=int, default=8)
    parser.add_argument("--notes", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_shop(folder, electronics=False)
        with serving(folder, "") as server:
            # The first photo and the first voice note load what the others use.
            asyncio.run(round_of_media(server.port, 1, 1))
            quiet = measure(server, 1, options.seconds)
            busy = under_media(server, options.photos, options.notes, options.seconds)
    for title, run in (("at rest", quiet), ("under media", busy)):
        print(f"{title}: {run['turns']} other turns, p50 {run['ms']['p50']} ms, p95 {run['ms']['p95']} ms, p99 {run['ms']['p99']} ms")
    print(f"media turns meanwhile: {busy['photo']['turns']} photos, {busy['voice']['turns']} voice notes")
    if options.json:
        print(json.dumps({"at_rest": quiet, "under_media": busy}))


if __name__ == "__main__":
    main()
