"""Turns with a model that wants the worst: no rule broken, no claim sent that no record backs."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopkeeper.testing.hostile_checks import BEN
from shopkeeper.testing.hostile_world import HostileWorld
from shopkeeper.testing.models import HostileModel

TURNS = 300


@pytest.mark.parametrize("seed", [11])
async def test_a_hostile_model_gets_nothing(tmp_path: Path, seed: int) -> None:
    world = HostileWorld(tmp_path, HostileModel(seed=seed, others=BEN, skus=("BAG-TAN", "WINE-R")), seed=seed)
    violations = [violation for _ in range(TURNS) for violation in await world.take()]
    world.close()
    assert violations == []
    assert world.tally.turns == TURNS
    assert world.tally.model_turns > TURNS // 10, "the model was hardly ever listened to, so nothing was shown"
    assert world.tally.rejected > TURNS // 10
    assert world.tally.reworded > 3
