"""How many drawn number plates are covered, and in how many photos without one something else is.

    python -m benchmarks.plates FOLDER [--photos 120]

FOLDER holds photos without plates (looked for in its folders too). Into each a plate of one of eight kinds is drawn at random: turned,
in perspective, unevenly lit and blurred.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from shopkeeper.adapters.vision.intake import open_picture
from shopkeeper.adapters.vision.plates import PlateFinder
from shopkeeper.adapters.vision.print_reader import RapidTextReader
from shopkeeper.adapters.vision.regions import Box

FONTS = ("DejaVuSansCondensed-Bold.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono-Bold.ttf")
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
WIDTHS = (90, 130, 190, 280, 420)
LONGEST = 1600


def registration(chance: random.Random) -> tuple[str, str, str]:
    """Text, board and sign color of one of eight countries."""

    def some(signs: str, count: int) -> str:
        return "".join(chance.choice(signs) for _ in range(count))

    def letters(count: int) -> str:
        return some(LETTERS, count)

    def digits(count: int) -> str:
        return some("0123456789", count)

    return chance.choice(
        (
            (f"{letters(chance.randint(1, 3))} {letters(chance.randint(1, 2))} {digits(chance.randint(2, 4))}", "#f4f4f0", "#16161a"),
            (f"{letters(2)}-{digits(3)}-{letters(2)}", "#f2f2ee", "#1a1a1e"),
            (f"{letters(2)}{digits(2)} {letters(3)}", "#f0c419", "#141414"),
            (f"{letters(3)} {digits(4)}", "#f3f3f6", "#1c2f6b"),
            (f"{letters(1)} {letters(1)}{digits(4)}", "#1c4fa8", "#f2f4f8"),
            (f"{digits(4)} {letters(3)}", "#f4f4f4", "#101010"),
            (f"{letters(2)} {digits(2)} {letters(2)} {digits(4)}", "#f5f5f0", "#121212"),
            (f"{digits(2)}-{letters(2)}-{letters(2)}", "#f2c200", "#181818"),
        )
    )


def board(chance: random.Random) -> Image.Image:
    text, ground, ink = registration(chance)
    font = ImageFont.truetype(chance.choice(FONTS), 96)
    left, top, right, bottom = font.getbbox(text)
    wide = int(right - left) + 150
    plate = Image.new("RGB", (wide, 130), ground)
    draw = ImageDraw.Draw(plate)
    draw.rounded_rectangle((2, 2, wide - 3, 127), 12, outline=ink, width=4)
    if chance.random() < 0.6:
        draw.rectangle((6, 6, 52, 123), fill="#123a9c")
    draw.text((90 - left, 65 - (top + bottom) / 2), text, fill=ink, font=font)
    car = Image.new("RGB", (wide + 120, 210), chance.choice(("#1d2126", "#7d8288", "#8c1f1f", "#23406b", "#d7d9da", "#33502f")))
    car.paste(plate, (60, 40))
    return car


def with_plate(photo: Image.Image, width: int, chance: random.Random) -> tuple[Image.Image, Box]:
    """The photo with a plate about `width` pixels wide, and where it is."""
    car = board(chance)
    inner = car.width - 120
    scale = width / inner
    corners = np.float32([[0, 0], [car.width, 0], [car.width, car.height], [0, car.height]])
    plate = np.float32([[60, 40], [60 + inner, 40], [60 + inner, 170], [60, 170]])
    turn = np.deg2rad(chance.uniform(-14, 14))
    x, y = (chance.uniform(0.3, 0.7) * side for side in photo.size)
    placed = (corners - (car.width / 2, car.height / 2)) * scale
    placed *= (chance.uniform(0.7, 1.0), 1.0)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    placed = placed @ spin.T + (x, y) + np.array([[chance.uniform(-0.04, 0.04) * width for _ in range(2)] for _ in range(4)])
    matrix = cv2.getPerspectiveTransform(corners, placed.astype(np.float32))
    mask = cv2.warpPerspective(np.full((car.height, car.width), 255, np.uint8), matrix, photo.size)
    warped = cv2.warpPerspective(np.asarray(car), matrix, photo.size, flags=cv2.INTER_AREA).astype(np.float32)
    light = np.linspace(chance.uniform(0.5, 1.1), chance.uniform(0.5, 1.1), photo.width, dtype=np.float32)[None, :, None]
    made = np.where(mask[:, :, None] > 127, np.clip(warped * light, 0, 255), np.asarray(photo)).astype(np.uint8)
    noisy = np.clip(made + np.random.default_rng(chance.randrange(2**32)).normal(0, chance.uniform(0, 9), made.shape), 0, 255)
    picture = Image.fromarray(noisy.astype(np.uint8)).filter(ImageFilter.GaussianBlur(chance.uniform(0.2, max(0.5, width / 140))))
    at = cv2.perspectiveTransform(plate[None], matrix)[0] / photo.size
    return picture, Box(*(float(side) for side in (*at.min(axis=0), *at.max(axis=0))))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=120)
    parser.add_argument("--seed", type=int, default=11)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    files = sorted(file for file in given.folder.rglob("*") if file.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"))
    chance.shuffle(files)
    finder = PlateFinder(RapidTextReader())
    took, wrongly = [], 0
    found = dict.fromkeys(WIDTHS, 0)
    for at, file in enumerate(files[: given.photos]):
        photo = open_picture(file.read_bytes())
        started = time.thread_time()
        wrongly += bool(finder.find(photo))
        took.append(time.thread_time() - started)
        photo = photo.resize([round(side * LONGEST / max(photo.size)) for side in photo.size])
        width = WIDTHS[at % len(WIDTHS)]
        picture, place = with_plate(photo, width, chance)
        found[width] += any(place.overlaps(box) > 0.6 for box in finder.find(picture))
    each = len(took) / len(WIDTHS)
    print("found by width in pixels of 1,600:", {width: round(count / each, 2) for width, count in found.items()})
    print(f"something covered where there is no plate: {wrongly} of {len(took)}")
    took.sort()
    print(f"CPU without a plate: p50 {1000 * statistics.median(took):.0f} ms, p95 {1000 * took[int(0.95 * len(took)) - 1]:.0f} ms")


if __name__ == "__main__":
    main()
