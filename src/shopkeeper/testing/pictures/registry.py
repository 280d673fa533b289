"""The closed list of shapes: every drawing signs in here under its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from shopkeeper.testing.pictures.pen import Pen

Drawing = Callable[[Pen], str]
Rest = Literal["floor", "flat"]  # stands on the studio floor, or lies flat and is seen from above


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a thing is drawn, its colors where the pack names none, and how it rests."""

    draw: Drawing
    color: str
    accent: str
    rest: Rest


SHAPES: dict[str, Shape] = {}
PARTICULAR: list[tuple[str, tuple[str, ...], Shape]] = []


def shape_for(name: str, says: Callable[..., bool]) -> Shape:
    """The drawing for a shape name; a telling word in the product's name may pick a closer one. Unknown names get the box."""
    closer = next((kind for general, words, kind in PARTICULAR if general == name and says(*words)), None)
    return closer or SHAPES.get(name) or SHAPES["box"]


def shape(name: str, *, color: str, accent: str = "", rest: Rest = "floor") -> Callable[[Drawing], Drawing]:
    """Signs a drawing in; `accent` is chosen per product where it is left empty."""

    def register(draw: Drawing) -> Drawing:
        SHAPES[name] = Shape(draw=draw, color=color, accent=accent, rest=rest)
        return draw

    return register


def particular(*names: str, words: tuple[str, ...], color: str, accent: str = "", rest: Rest = "floor") -> Callable[[Drawing], Drawing]:
    """Signs in a drawing for products of the shapes `names` whose title has one of `words`."""

    def register(draw: Drawing) -> Drawing:
        PARTICULAR.extend((name, words, Shape(draw=draw, color=color, accent=accent, rest=rest)) for name in names)
        return draw

    return register
