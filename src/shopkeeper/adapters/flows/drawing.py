"""A flow as an SVG picture: steps from top to bottom, cases side by side, what follows a refusal beside its command."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from shopkeeper.domain.dialogue.flow.flow import Branch, Call, Case, Collect, Confirm, DoAct, Flow, Forget, Link, Step, Tell

Texts = Callable[[str], str]
"""The text of a reply key."""

BOX, LINE, GAP, MARGIN = 264, 18, 30, 32
CHARS = 36
STYLE = """
  svg { font: 13px/1.4 system-ui, -apple-system, "Segoe UI", sans-serif; background: #fbfaf8; }
  text { fill: #23211d; } .dim { fill: #77716a; font-size: 11px; } .title { font-size: 20px; font-weight: 650; }
  .head { font-size: 11px; font-weight: 650; letter-spacing: .04em; }
  .box { stroke-width: 1.25; } .wire { fill: none; stroke: #b3aca2; stroke-width: 1.5; } .no { stroke: #c2513f; stroke-dasharray: 4 4; }
  .tip { fill: #b3aca2; } .tip.no { fill: #c2513f; stroke: none; }
  .collect { fill: #ffffff; stroke: #cfc8bd; } .collect-h { fill: #8a5a12; }
  .say { fill: #f3efe8; stroke: #e2dbcf; } .say-h { fill: #77716a; }
  .confirm { fill: #fff6e2; stroke: #e8c36a; } .confirm-h { fill: #8a6100; }
  .call { fill: #e6f3ec; stroke: #79b797; } .call-h { fill: #1d6a44; }
  .act, .link { fill: #e8eefb; stroke: #8ea9e0; } .act-h, .link-h { fill: #2c4f9e; }
  .forget { fill: #fbe9e6; stroke: #dfa196; } .forget-h { fill: #a03a29; }
  .case { fill: #efeae1; } .end { fill: #23211d; }
  @media (prefers-color-scheme: dark) {
    svg { background: #191816; } text { fill: #ece8e1; } .dim { fill: #9d968c; } .wire { stroke: #5d574f; } .tip { fill: #5d574f; }
    .collect { fill: #24221f; stroke: #45413b; } .collect-h { fill: #e0b060; }
    .say { fill: #211f1c; stroke: #38342f; } .say-h { fill: #9d968c; }
    .confirm { fill: #302815; stroke: #7a6024; } .confirm-h { fill: #e6c267; }
    .call { fill: #16291f; stroke: #2f6a4b; } .call-h { fill: #7fd0a4; }
    .act, .link { fill: #1a2237; stroke: #3f5797; } .act-h, .link-h { fill: #9db6f0; } .forget { fill: #331d19; stroke: #83402f; }
    .forget-h { fill: #eb9a8b; } .case { fill: #2b2824; } .end { fill: #ece8e1; }
  }
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A drawn piece: it is entered at the top and left at the bottom, both at `center` from its left edge."""

    width: float
    height: float
    center: float
    body: str


def draw_flow(flow: Flow, texts: Texts, language: str = "en") -> str:
    """The whole picture, readable by light and by dark."""
    steps = _steps(flow, flow.steps, texts)
    title = flow.title.get(language) or next(iter(flow.title.values()), flow.id)
    examples = (flow.intents.get(language) or next(iter(flow.intents.values()), ()))[:3]
    said = [f"“{example}”" for example in examples]
    head = 56 + LINE * len(said)
    width = max(steps.width, 360) + 2 * MARGIN
    left = (width - steps.width) / 2
    middle = left + steps.center
    top = MARGIN + head
    parts = [
        f'<text class="title" x="{MARGIN}" y="{MARGIN + 14}">{escape(title)}</text>',
        f'<text class="dim" x="{MARGIN}" y="{MARGIN + 34}">{escape(flow.id)} · version {flow.version}</text>',
        *(f'<text class="dim" x="{MARGIN}" y="{MARGIN + 56 + LINE * at}">{escape(line)}</text>' for at, line in enumerate(said)),
        f'<circle class="end" cx="{middle}" cy="{top}" r="6"/>',
        _wire(middle, top + 6, middle, top + GAP),
        _at(left, top + GAP, steps.body),
        _wire(middle, top + GAP + steps.height, middle, top + 2 * GAP + steps.height),
        f'<circle class="end" cx="{middle}" cy="{top + 2 * GAP + steps.height + 8}" r="5"/>',
        f'<circle cx="{middle}" cy="{top + 2 * GAP + steps.height + 8}" r="8.5" fill="none" stroke="currentColor"/>',
    ]
    height = top + 2 * GAP + steps.height + 16 + MARGIN
    view = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    name = f"<title>{escape(title)}</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {view}>\n{name}\n<style>{STYLE}</style>\n' + "\n".join(parts) + "\n</svg>\n"


def _steps(flow: Flow, steps: Sequence[Step], texts: Texts) -> Block:
    blocks = [_step(flow, step, texts) for step in steps]
    if not blocks:
        return Block(BOX, 0, BOX / 2, "")
    center = max(block.center for block in blocks)
    width = center + max(block.width - block.center for block in blocks)
    parts: list[str] = []
    y = 0.0
    for at, block in enumerate(blocks):
        if at:
            parts.append(_wire(center, y, center, y + GAP))
            y += GAP
        parts.append(_at(center - block.center, y, block.body))
        y += block.height
    return Block(width, y, center, "\n".join(parts))


def _step(flow: Flow, step: Step, texts: Texts) -> Block:
    match step:
        case Collect(slot=name):
            slot = flow.slots[name]
            asked = texts(slot.ask)
            options = " / ".join(texts(option.label) for option in slot.options)
            kind = slot.type.value.replace("_", " ") + (", may be skipped" if slot.optional else "") + (", checked" if slot.check else "")
            return _box("collect", f"ASKS {name}", [asked, *([options] if options else [])], kind)
        case Tell(key=key):
            return _box("say", "SAYS", [texts(key)])
        case Confirm(key=key):
            return _box("confirm", "ASKS FOR A YES", [texts(key)], "a no asks what to change")
        case Call():
            return _call(flow, step, texts)
        case DoAct(act=act):
            return _box("act", "GOES ON AS IF ASKED", [act], ", ".join(step.arguments))
        case Link(flow=target):
            return _box("link", "GOES ON WITH", [target], ", ".join(step.arguments))
        case Forget(slots=slots):
            return _box("forget", "FORGETS", [", ".join(slots)], "asked again")
        case Branch(cases=cases):
            return _branch(flow, cases, texts)


def _call(flow: Flow, step: Call, texts: Texts) -> Block:
    box = _box("call", f"RUNS {step.command}", [texts(step.then)] if step.then else [], ", ".join(step.arguments))
    if not step.refused:
        return box
    aside = _steps(flow, step.refused, texts)
    x, y = BOX + 56, 0.0
    tip = f'<path class="tip no" d="M{x - 8:.1f} {y + 15:.1f} l8 5 l-8 5z"/>'
    wire = f'<path class="wire no" d="M{BOX} {y + 20} H{x - 7}"/>{tip}<text class="dim" x="{BOX + 5}" y="{y + 14}">refused</text>'
    return Block(x + aside.width, max(box.height, aside.height), box.center, box.body + wire + _at(x, y, aside.body))


def _branch(flow: Flow, cases: Sequence[Case], texts: Texts) -> Block:
    columns = [_case(flow, case, texts) for case in cases]
    if all(case.when is not None for case in cases):
        columns.append(_label("else"))
    width = sum(column.width for column in columns) + GAP * (len(columns) - 1)
    tallest = max(column.height for column in columns)
    center = width / 2
    parts: list[str] = []
    x = 0.0
    for column in columns:
        entry = x + column.center
        parts.append(_bend(center, 0, entry, GAP))
        parts.append(_at(x, GAP, column.body))
        bottom = GAP + column.height
        parts.append(
            f'<path class="wire" d="M{entry:.1f} {bottom:.1f} V{GAP + tallest + 10:.1f} H{center:.1f} V{GAP + tallest + 20:.1f}"/>'
        )
        x += column.width + GAP
    return Block(width, tallest + GAP + 20, center, "\n".join(parts))


def _case(flow: Flow, case: Case, texts: Texts) -> Block:
    label, steps = _label(case.condition or "else"), _steps(flow, case.steps, texts)
    if not case.steps:
        return label
    center = max(label.center, steps.center)
    width = center + max(label.width - label.center, steps.width - steps.center)
    below = label.height + GAP - 8
    wire = _wire(center, label.height, center, below)
    body = _at(center - label.center, 0, label.body) + wire + _at(center - steps.center, below, steps.body)
    return Block(width, below + steps.height, center, body)


def _label(text: str) -> Block:
    lines = textwrap.wrap(text, CHARS) or [""]
    width = max(64.0, max(map(len, lines)) * 7.0 + 24)
    height = LINE * len(lines) + 10
    rows = "".join(
        f'<text x="{width / 2:.1f}" y="{LINE * at + 18}" text-anchor="middle">{escape(line)}</text>' for at, line in enumerate(lines)
    )
    return Block(width, height, width / 2, f'<rect class="case" width="{width:.1f}" height="{height}" rx="14"/>{rows}')


def _box(kind: str, head: str, texts: Sequence[str], note: str = "") -> Block:
    lines = [line for text in texts for line in textwrap.wrap(text, CHARS)]
    rows = [f'<text class="head {kind}-h" x="14" y="22">{escape(head)}</text>']
    rows += [f'<text x="14" y="{42 + LINE * at}">{escape(line)}</text>' for at, line in enumerate(lines)]
    height = 36 + LINE * len(lines) + (LINE if note else 0)
    if note:
        rows.append(f'<text class="dim" x="14" y="{height - 12}">{escape(textwrap.shorten(note, 44))}</text>')
    return Block(BOX, height, BOX / 2, f'<rect class="box {kind}" width="{BOX}" height="{height}" rx="10"/>' + "".join(rows))


def _at(x: float, y: float, body: str) -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})">{body}</g>'


def _wire(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path class="wire" d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2 - 6:.1f}"/>{_tip(x2, y2)}'


def _bend(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path class="wire" d="M{x1:.1f} {y1:.1f} V{y1 + 12:.1f} H{x2:.1f} V{y2 - 6:.1f}"/>{_tip(x2, y2)}'


def _tip(x: float, y: float) -> str:
    return f'<path class="tip" d="M{x - 5:.1f} {y - 8:.1f} h10 l-5 8z"/>'
