"""Words around a dictated note that ask for nothing themselves: "could you please add a …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shopkeeper.domain.dialogue.grammar.lexicon import Grammar
from shopkeeper.domain.dialogue.grammar.scan import Cue, find_cues
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize

_SOFT = frozenset(
    {"add", "want", "filler", "stop", "and", "but", "definite", "focus", "question", "in", "find", "to", "more", "purpose", "one"}
)
_LAST_PIECE = re.compile(r"[^.!?;,:。，！？；、\n]*$")


def is_courtesy(text: str, grammar: Grammar) -> bool:
    """Whether `text` holds nothing to be done or looked for."""
    tokens = tokenize(text)
    soft = soft_places(find_cues(tokens, grammar))
    return all(token.kind is TokenKind.MARK or at in soft for at, token in enumerate(tokens))


def soft_places(cues: Iterable[Cue]) -> frozenset[int]:
    return frozenset(at for cue in cues if cue.kind in _SOFT for at in range(cue.start, cue.end))


def without_courtesy(text: str, grammar: Grammar) -> str:
    """`text` without its last piece where that is only the way to the note ("2 milk, and please put in a")."""
    piece = _LAST_PIECE.search(text)
    return text[: piece.start()] if piece is not None and is_courtesy(piece.group(), grammar) else text
