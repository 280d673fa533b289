"""Flow files: one flow a document, compiled and checked, with the replies and rules a flow may bring along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from shopkeeper.adapters.flows.places import Spot, documents, nearest, unknown
from shopkeeper.adapters.flows.steps import Known, Steps, reply_key
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.flow.flow import Collect, Fallback, Flow, FlowSlot, GiveUp, Link, Option, SlotType
from shopkeeper.domain.policy.command import Command, OwnCommand

KEYS = ("flow", "version", "title", "intents", "slots", "steps", "fallback", "replies", "rules")
SLOT_KEYS = ("type", "ask", "why", "invalid", "check", "optional", "choices", "called", "depends_on", "of")
_NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
SHIPPED_COMMANDS: Mapping[str, type[Command]] = {kind.__name__: kind for kind in get_args(Command) if kind is not OwnCommand}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFile:
    """What one file holds. `replies` are texts by language and key, `rules` the places of its rule lists."""

    path: Path
    flows: tuple[Flow, ...]
    replies: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    rules: tuple[object, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """(reply key, where it is named), so that missing texts can be told with their place."""
    links: tuple[tuple[str, Link], ...] = ()


def find_files(*folders: Path) -> list[Path]:
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]


def read_files(paths: Iterable[Path], commands: Mapping[str, type[Command]] | None = None) -> tuple[FlowFile, ...]:
    """All flows of `paths`, also checked against one another. Raises InvalidInput (`bad_flow`) with file, line and column."""
    known = {**SHIPPED_COMMANDS, **(commands or {})}
    files = tuple(read_file(path, known) for path in paths)
    check_together(files)
    return files


def read_together(shipped: Iterable[Path], own: Iterable[Path], commands: Mapping[str, type[Command]]) -> tuple[FlowFile, ...]:
    """Shipped flows with a shop's own; an own flow takes the place of a shipped one of the same id."""
    known = {**SHIPPED_COMMANDS, **commands}
    mine = tuple(read_file(path, known) for path in own)
    replaced = {flow.id for file in mine for flow in file.flows}
    theirs = (read_file(path, known) for path in shipped)
    files = (*(file for file in theirs if not {flow.id for flow in file.flows} & replaced), *mine)
    check_together(files)
    return files


def read_file(path: Path, commands: Mapping[str, type[Command]]) -> FlowFile:
    found = FlowFile(path=path, flows=())
    for document in documents(path.name, path.read_text(encoding="utf-8")):
        entries = document.entries(known=KEYS)
        if "flow" in entries:
            flow, steps = _flow(document, commands)
            keys = tuple(_keys(document))
            found = replace(found, flows=(*found.flows, flow), keys=(*found.keys, *keys), links=(*found.links, *steps.links))
        elif not entries.keys() & {"replies", "rules"}:
            document.entries(needed=("flow",))
        if "replies" in entries:
            found = replace(found, replies=_merged(found.replies, _replies(entries["replies"])))
        if "rules" in entries:
            found = replace(found, rules=(*found.rules, *_plain_rules(entries["rules"])))
    return found


def _flow(document: Spot, commands: Mapping[str, type[Command]]) -> tuple[Flow, Steps]:
    entries = document.entries(known=KEYS, needed=("flow", "title", "steps"))
    slot_spots = entries["slots"].entries() if "slots" in entries else {}
    steps = Steps(Known(slots=frozenset(slot_spots), commands=commands))
    slots = {name: _slot(_named(name, spot), spot, steps, frozenset(slot_spots)) for name, spot in slot_spots.items()}
    flow = Flow(
        id=_named(entries["flow"].text(), entries["flow"]),
        version=entries["version"].whole() if "version" in entries else 1,
        title=_by_language(entries["title"]),
        intents=_intents(entries["intents"]) if "intents" in entries else {},
        slots=slots,
        steps=steps.read(entries["steps"]),
        fallback=_fallback(entries.get("fallback")),
        file=document.place,
    )
    _all_reached(flow, slot_spots)
    return flow, steps


def _all_reached(flow: Flow, spots: Mapping[str, Spot]) -> None:
    asked = {step.slot for step in flow.all_steps() if isinstance(step, Collect)}
    for name, spot in spots.items():
        if name not in asked:
            spot.wrong(f"no step collects {name!r}; add `- collect: {name}` or remove the slot")


def _named(name: str, spot: Spot) -> str:
    if not _NAME.fullmatch(name):
        spot.wrong(f"{name!r} is no name; use small letters, digits and _")
    return name


def _slot(name: str, spot: Spot, steps: Steps, names: frozenset[str]) -> FlowSlot:
    entries = spot.entries(known=SLOT_KEYS, needed=("type", "ask"))
    kind = entries["type"].text()
    if kind not in tuple(SlotType):
        entries["type"].wrong(unknown(kind, tuple(SlotType)))
    if (kind == SlotType.CHOICE) != ("choices" in entries):
        spot.wrong("a slot of type choice needs `choices`" if kind == SlotType.CHOICE else "`choices` are for slots of type choice")
    depends = entries["depends_on"].names() if "depends_on" in entries else ()
    for one in depends:
        if one not in names or one == name:
            entries["depends_on"].wrong(f"there is no other slot {one!r}; {nearest(one, names - {name})}")
    return FlowSlot(
        name=name,
        type=SlotType(kind),
        ask=reply_key(entries["ask"]),
        why=reply_key(entries["why"]) if "why" in entries else None,
        invalid=reply_key(entries["invalid"]) if "invalid" in entries else None,
        check=steps.condition(entries["check"], frozenset({"value"})) if "check" in entries else None,
        optional=entries["optional"].flag() if "optional" in entries else False,
        options=_options(entries["choices"]) if "choices" in entries else (),
        called=_words(entries["called"]) if "called" in entries else {},
        depends_on=depends,
        of_variant=_of_variant(entries.get("of")),
    )


def _of_variant(spot: Spot | None) -> bool:
    if spot is not None and spot.text() not in ("variant", "product"):
        spot.wrong("write `of: variant` or `of: product`")
    return spot is None or spot.text() == "variant"


def _options(spot: Spot) -> tuple[Option, ...]:
    found = tuple(_option(value, one) for value, one in spot.entries().items())
    if len(found) < 2:
        spot.wrong("a choice needs at least two options")
    return found


def _option(value: str, spot: Spot) -> Option:
    """`delivery: {label: choice.delivery, words: {en: [...]}}`."""
    entries = spot.entries(known=("label", "words"), needed=("label",))
    words: Mapping[str, tuple[str, ...]] = _words(entries["words"]) if "words" in entries else {}
    return Option(value=value, label=reply_key(entries["label"]), words=tuple(word for several in words.values() for word in several))


def _by_language(spot: Spot) -> Mapping[str, str]:
    return {_language(code, one): one.text() for code, one in spot.entries().items()}


def _words(spot: Spot) -> Mapping[str, tuple[str, ...]]:
    return {_language(code, one): one.names() for code, one in spot.entries().items()}


def _intents(spot: Spot) -> Mapping[str, tuple[str, ...]]:
    return {_language(code, one): one.texts() for code, one in spot.entries().items()}


def _language(code: str, spot: Spot) -> str:
    if not _LANGUAGE.fullmatch(code):
        spot.wrong(f"{code!r} is no language code such as en or de")
    return code


def _fallback(spot: Spot | None) -> Fallback:
    if spot is None:
        return Fallback()
    entries = spot.entries(known=("tries", "then"))
    then = entries["then"].text() if "then" in entries else GiveUp.PERSON.value
    if then not in tuple(GiveUp):
        entries["then"].wrong(unknown(then, tuple(GiveUp)))
    return Fallback(tries=entries["tries"].whole() if "tries" in entries else Fallback().tries, then=GiveUp(then))


def _replies(spot: Spot) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for code, texts in spot.entries().items():
        entries = texts.entries()
        found[_language(code, texts)] = {key: one.text() for key, one in entries.items()}
        for key, one in entries.items():
            reply_key(Spot(one.file, _as_key(key, one)))
    return found


def _as_key(key: str, spot: Spot) -> object:
    import yaml

    return yaml.ScalarNode("tag:yaml.org,2002:str", key, spot.node.start_mark)


def _merged(one: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return {code: {**one.get(code, {}), **other.get(code, {})} for code in {**one, **other}}


def _plain_rules(spot: Spot) -> Sequence[object]:
    import yaml

    construct: Any = yaml.SafeLoader("").construct_document  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return [construct(one.node) for one in spot.items()]


_REPLY_FIELDS = frozenset({"ask", "why", "invalid", "label", "say", "confirm", "then"})


def _keys(spot: Spot) -> Iterable[tuple[str, str]]:
    """Every reply key named below `spot`, with its place."""
    if spot.is_list:
        for one in spot.items():
            yield from _keys(one)
    elif spot.is_mapping:
        for name, one in spot.entries().items():
            if name in ("replies", "rules", "intents", "title", "with", "words", "called", "fallback"):
                continue
            if name in _REPLY_FIELDS and not one.is_mapping and not one.is_list:
                yield one.text(), one.place
            else:
                yield from _keys(one)


def check_together(files: Sequence[FlowFile]) -> None:
    """No id twice, every link leads somewhere and gives what its target knows."""
    by_id: dict[str, Flow] = {}
    for flow in (flow for file in files for flow in file.flows):
        if flow.id in by_id:
            raise InvalidInput("bad_flow", f"{flow.file}: {by_id[flow.id].file} is already the flow {flow.id!r}; give one another id")
        by_id[flow.id] = flow
    for place, link in (found for file in files for found in file.links):
        target = by_id.get(link.flow)
        if target is None:
            raise InvalidInput("bad_flow", f"{place}: there is no flow {link.flow!r}; {nearest(link.flow, by_id)}")
        odd = next((name for name in link.arguments if name not in target.slots), None)
        if odd is not None:
            raise InvalidInput("bad_flow", f"{place}: the flow {link.flow} has no slot {odd!r}; {nearest(odd, target.slots)}")


def missing_replies(file: FlowFile, known: frozenset[str], language: str) -> list[str]:
    """Reply keys that neither the catalog of `language` (its message ids in `known`) nor the file has a text for, with places."""
    have = known | {key.replace(".", "-") for key in file.replies.get(language, {})}
    return [
        f"{place}: no text for `{key}` in {language}; add it to the reply catalog or under `replies:`"
        for key, place in file.keys
        if key.replace(".", "-") not in have
    ]
