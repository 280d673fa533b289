"""Role-play support tasks (Chinese, ECom-Bench) as the cases of `shopkeeper eval actions`.

    python -m benchmarks.support_tasks tasks.jsonl > cases.jsonl
    shopkeeper eval actions --cases cases.jsonl --actions benchmarks/support_tasks.yaml

A task tells an actor whom to play. Kept is only the goal, one intent a message, turned into what the customer would say:
"you" becomes "I", "the agent" becomes "you"; notes to the actor (in brackets) and picture addresses are left out.
The wanted actions are the set of tools the data set calls.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOAL = "这是你的目标"
INTENT = re.compile(r"<意图[^>]*>(.*?)<\\?/?意图[^>]*>", re.DOTALL)
NOTE = re.compile(r"（[^（）]*）|\([^()]*\)")
ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
SPOKEN = (("你", "我"), ("客服", "您"))


def messages_of(instruction: str) -> list[str]:
    """The customer's words, one message an intent."""
    goal = instruction.partition(GOAL)[2]
    return [spoken for intent in INTENT.findall(goal) if (spoken := _spoken(intent))]


def _spoken(intent: str) -> str:
    said = ADDRESS.sub("", NOTE.sub("", intent))
    for narrated, direct in SPOKEN:
        said = said.replace(narrated, direct)
    return " ".join(said.split())


def cases(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for task in map(json.loads, lines):
            wanted = dict.fromkeys(str(action["name"]) for action in task["gold_actions"])
            yield {"text": "\n".join(messages_of(task["instruction"])), "actions": list(wanted)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tasks", type=Path)
    for case in cases(options.parse_args().tasks):
        print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
