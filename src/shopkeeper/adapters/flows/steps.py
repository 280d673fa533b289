"""The steps of a flow file, compiled: expressions parsed, commands, acts and slots looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from shopkeeper.adapters.flows.places import Spot, nearest, unknown
from shopkeeper.adapters.rules.cel import compile_condition, compile_expression
from shopkeeper.domain.dialogue.flow.acting import FORMS
from shopkeeper.domain.dialogue.flow.flow import (
    Branch,
    Call,
    Case,
    Collect,
    Condition,
    Confirm,
    DoAct,
    Expression,
    Forget,
    Link,
    Step,
    Tell,
)
from shopkeeper.domain.policy.command import Command
from shopkeeper.domain.policy.making import make_command, problems

NOT_FROM_FLOWS = frozenset({"CompleteCheckout"})
KINDS = ("collect", "say", "confirm", "call", "act", "link", "forget", "branch")
_SLOT = re.compile(r"\bslots\.([A-Za-z_]\w*)")
_ROOT = re.compile(r"(?<![\w.'\"])([A-Za-z_]\w*)\s*\.")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
ROOTS = frozenset({"slots", "calls", "cart", "customer", "shop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the steps of one flow may name."""

    slots: frozenset[str]
    commands: Mapping[str, type[Command]]


class Steps:
    """Reads the steps of one flow; ids that are not given are places ("2.1")."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._ids: dict[str, Spot] = {}
        self.links: list[tuple[str, Link]] = []
        """Links with their places, to be checked once every flow is read."""

    def read(self, spot: Spot, prefix: str = "") -> tuple[Step, ...]:
        return tuple(self._step(one, f"{prefix}{at}") for at, one in enumerate(spot.items(), 1))

    def _step(self, spot: Spot, place: str) -> Step:
        entries = spot.entries()
        kinds = [kind for kind in KINDS if kind in entries]
        if len(kinds) != 1:
            first = next(iter(entries), "")
            hint = unknown(first, KINDS) if not kinds and first else f"known are {', '.join(KINDS)}"
            spot.wrong(f"a step is one of them: {hint}" if not kinds else f"a step does one thing, not {' and '.join(kinds)}")
        extra = {"id", *_EXTRA.get(kinds[0], ())}
        spot.entries(known={kinds[0], *extra})
        name = self._id(entries.get("id"), place, spot)
        return getattr(self, f"_{kinds[0]}")(entries, name, place)

    def _id(self, given: Spot | None, place: str, spot: Spot) -> str:
        name = given.text() if given else place
        if name in self._ids:
            (given or spot).wrong(f"another step has the id {name!r} ({self._ids[name].place}); give it another")
        self._ids[name] = given or spot
        return name

    def _collect(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        return Collect(id=name, slot=self._slot(entries["collect"]))

    def _say(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        return Tell(id=name, key=reply_key(entries["say"]))

    def _confirm(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        return Confirm(id=name, key=reply_key(entries["confirm"]))

    def _forget(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        names = entries["forget"].items() if entries["forget"].is_list else [entries["forget"]]
        return Forget(id=name, slots=tuple(self._slot(one) for one in names))

    def _call(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        command = entries["call"].text()
        kind = self._known.commands.get(command)
        if kind is None:
            entries["call"].wrong(f"there is no command {command!r}; {nearest(command, self._known.commands)}")
        arguments = self._arguments(entries.get("with"))
        wrong = problems(kind, tuple(arguments))
        if command in NOT_FROM_FLOWS:
            entries["call"].wrong(f"{command} needs the shopper's own yes to a quote; end the flow in `act: check_out`")
        if wrong:
            entries.get("with", entries["call"]).wrong(f"{wrong}; write it under `with`")
        return Call(
            id=name,
            command=command,
            make=partial(make_command, kind),
            arguments=arguments,
            then=reply_key(entries["then"]) if "then" in entries else None,
            refused=self.read(entries["refused"], f"{place}.") if "refused" in entries else (),
        )

    def _act(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        act = entries["act"].text()
        form = FORMS.get(act)
        if form is None:
            entries["act"].wrong(f"a flow cannot end in the act {act!r}; {nearest(act, FORMS)}")
        arguments = self._arguments(entries.get("with"))
        odd = sorted(set(arguments) - form.fields)
        missing = sorted(form.needed - set(arguments))
        if odd or missing:
            where = entries.get("with", entries["act"])
            where.wrong(f"{act} takes no {odd[0]!r}" if odd else f"{act} needs {missing[0]!r} under `with`")
        return DoAct(id=name, act=act, arguments=arguments)

    def _link(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        link = Link(id=name, flow=entries["link"].text(), arguments=self._arguments(entries.get("with")))
        self.links.append((entries["link"].place, link))
        return link

    def _branch(self, entries: Mapping[str, Spot], name: str, place: str) -> Step:
        cases = entries["branch"].items()
        return Branch(id=name, cases=tuple(self._case(one, f"{place}.{at}.", last=at == len(cases)) for at, one in enumerate(cases, 1)))

    def _case(self, spot: Spot, prefix: str, *, last: bool) -> Case:
        entries = spot.entries(known=("when", "steps", "else"))
        if "else" in entries:
            if not last:
                spot.wrong("`else` comes last")
            return Case(when=None, condition="", steps=self.read(entries["else"], prefix))
        entries = spot.entries(needed=("when", "steps"))
        condition = self.condition(entries["when"])
        return Case(when=condition, condition=entries["when"].text(), steps=self.read(entries["steps"], prefix))

    def condition(self, spot: Spot, extra: frozenset[str] = frozenset()) -> Condition:
        return self._compiled(spot, compile_condition, extra)

    def _arguments(self, spot: Spot | None) -> Mapping[str, Expression]:
        if spot is None:
            return {}
        return {name: self._compiled(one, compile_expression, frozenset()) for name, one in spot.entries().items()}

    def _compiled(self, spot: Spot, how: Callable[[str], Any], extra: frozenset[str]) -> Any:
        text = spot.text()
        bare = _QUOTED.sub("''", text)
        odd = next((name for name in _SLOT.findall(bare) if name not in self._known.slots), None)
        if odd is not None:
            spot.wrong(f"there is no slot {odd!r}; {nearest(odd, self._known.slots)}")
        root = next((name for name in _ROOT.findall(bare) if name not in ROOTS | extra), None)
        if root is not None:
            spot.wrong(f"{unknown(root, ROOTS | extra)} (a text goes in quotes: \"'{text}'\")")
        try:
            return how(text)
        except ValueError as error:
            spot.wrong(f"this is no expression: {str(error).splitlines()[0]}")

    def _slot(self, spot: Spot) -> str:
        if spot.text() not in self._known.slots:
            spot.wrong(f"there is no slot {spot.text()!r}; {nearest(spot.text(), self._known.slots)}")
        return spot.text()


_EXTRA: Mapping[str, tuple[str, ...]] = {"call": ("with", "then", "refused"), "act": ("with",), "link": ("with",)}
_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


def reply_key(spot: Spot) -> str:
    if not _KEY.fullmatch(spot.text()):
        spot.wrong(
            f"{spot.text()!r} is no reply key; keys look like `contact.what`, their texts stand in the reply catalogs or under `replies`"
        )
    return spot.text()
