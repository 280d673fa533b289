"""Milliseconds of understanding English shop messages over a catalog, in this process and on one core.

    python -m benchmarks.understanding --catalog ../shared/data/electronics_search/products.jsonl.gz

Messages are made from a fixed seed out of the catalog's own titles, with and without slips, beside messages that name no product.
`cold` messages are seen for the first time; the index's memory of phrases does not help them. `--profile` prints where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ConversationId
from shopkeeper.ports.understander import Context, Perception
from shopkeeper.testing.evals.search import read_products

NAMING = (
    "do you have {0}", "add {0} to my cart", "how much is the {0}", "i need 2 {0}", "show me {0} under 200", "{0}", "is the {0} in stock?",
    "looking for a {0} for my sister, max 150", "add 1 {0} and 3 {1}", "what's the difference between {0} and {1}",
    "the cheapest {0} please",
    "can i get the {0} by friday", "remove the {0}",
)  # fmt: skip
PLAIN = (
    "hi there", "where is my order", "checkout please", "what's in my cart", "i'll pick it up tomorrow at half past 5", "yes", "no thanks",
    "pay now", "do you ship to my office?", "can i return it if it doesn't fit?", "thanks!", "talk to a human", "use code SAVE10",
    "the second one please", "make it three", "what are your opening hours on saturday?",
)  # fmt: skip
PLAIN_SHARE = 0.4
SLIP_SHARE = 0.25


def messages(titles: Sequence[str], count: int, *, seed: int = 7) -> list[str]:
    """`count` messages; the words of a title are what a shopper would type of it: two to five, sometimes with a slip."""
    draw = random.Random(seed)

    def name() -> str:
        words = draw.choice(titles).lower().split()[: draw.randint(2, 5)]
        if draw.random() < SLIP_SHARE:
            at = draw.randrange(len(words))
            words[at] = _slipped(words[at], draw)
        return " ".join(words)

    return [draw.choice(PLAIN) if draw.random() < PLAIN_SHARE else draw.choice(NAMING).format(name(), name()) for _ in range(count)]


def _slipped(word: str, draw: random.Random) -> str:
    if len(word) < 5 or not word.isalpha():
        return word
    at = draw.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :] if draw.random() < 0.5 else word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def context() -> Context:
    state = ConversationState(id=ConversationId("bench"), cart_id=CartId("cart"))
    return Context(state=state, cart=Cart(id=state.cart_id), cart_titles=(), now=datetime(2026, 9, 15, 8, tzinfo=UTC), zone="Europe/Berlin")


def understander(catalog: Path, folder: Path) -> tuple[RulesUnderstander, list[str]]:
    index = Fts5Index(folder / "index.db")
    titles: list[str] = []
    products = read_products(catalog)
    index.build((titles.append(one.title["en"]) or one for one in products), revision=0)
    return RulesUnderstander(index=index, lexicons=load_lexicons(shipped_languages()), shop=ShopWords()), titles


def measure(reader: RulesUnderstander, said: Sequence[str]) -> dict[str, float]:
    """CPU milliseconds of each message, as the thread itself spends them: other work on the machine does not count."""
    within = context()
    times: list[float] = []
    for text in said:
        started = time.thread_time()
        reader.read(Perception(text=text, language="en"), within)
        times.append((time.thread_time() - started) * 1000)
    times.sort()
    return {
        "messages": float(len(times)),
        "p50_ms": round(statistics.median(times), 3),
        "p95_ms": round(times[int(len(times) * 0.95)], 3),
        "p99_ms": round(times[int(len(times) * 0.99)], 3),
        "max_ms": round(times[-1], 3),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--catalog", type=Path, required=True)
    options.add_argument("--count", type=int, default=1500)
    options.add_argument("--profile", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reader, titles = understander(asked.catalog, Path(folder))
        measure(reader, ["hello", "do you have a lapptop stand"])
        said = messages(titles, asked.count)
        profiler = cProfile.Profile()
        if asked.profile:
            profiler.enable()
        figures = measure(reader, said)
        if asked.profile:
            profiler.disable()
            pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
    print(json.dumps({"products": len(titles), **figures}))


if __name__ == "__main__":
    main()
