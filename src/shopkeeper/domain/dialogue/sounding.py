"""Words that sound alike: what was misheard is put right where the shop knows a word that fits, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize
from shopkeeper.domain.dialogue.voice import Transcript, Word

SHORTEST = 3
"""Letters of a word that can be compared; shorter ones are the same or not."""
ALIKE = 0.78
PHRASE_ALIKE = 0.85
BY_SOUND = 0.97
"""What being the same by sound alone counts, against being written the same."""
UNSURE = 0.6
"""A word heard more surely than this is left as it is."""

_PAIRS = (
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "kw"),
    ("sch", "s"),
    ("sh", "s"),
    ("th", "t"),
    ("wh", "w"),
    ("tz", "s"),
    ("x", "ks"),
)
_SOUNDS = str.maketrans({"c": "k", "q": "k", "g": "k", "z": "s", "d": "t", "b": "p", "v": "f", "m": "n", "y": "i", "j": "i", "h": None})
"""Consonants that are told apart by voice alone, or hardly, over a telephone."""


COUNT_SOUNDS = {"en": {"to": "two", "too": "two", "for": "four", "fore": "four", "won": "one", "tree": "three"}}
"""What counts are written as by who only hears them. Before "of them" nothing but a count can stand."""
OF_THEM = {"en": (("of",), ("them", "these", "those"))}


def sound_of(word: str) -> str:
    """A rough key of how a folded word in Latin letters sounds: voiced and unvoiced alike, no doubled letters, no h."""
    for written, said in _PAIRS:
        word = word.replace(written, said)
    kept = word.translate(_SOUNDS)
    return kept[:1] + "".join(after for before, after in pairwise(kept) if after != before)


def alike(heard: str, known: str) -> float:
    """How much two folded words are the same, 0 to 1: by their letters, or nearly as much by their sound.

    Numbers are the same or not, and so are words that begin with another sound: beginnings are heard best.
    """
    if heard == known:
        return 1.0
    if min(len(heard), len(known)) < SHORTEST or heard.isdigit() or known.isdigit():
        return 0.0
    sounds = sound_of(heard), sound_of(known)
    if sounds[0][:1] != sounds[1][:1]:
        return 0.0
    return max(_shared(heard, known), BY_SOUND * _shared(*sounds))


def _shared(first: str, second: str) -> float:
    """Twice the longest common subsequence over both lengths."""
    row = [0] * (len(second) + 1)
    for letter in first:
        diagonal = 0
        for at, other in enumerate(second, start=1):
            above = row[at]
            row[at] = diagonal + 1 if letter == other else max(above, row[at - 1])
            diagonal = above
    return 2 * row[-1] / (len(first) + len(second)) if first or second else 1.0


def phrase_alike(heard: Sequence[str], known: Sequence[str]) -> float:
    """How much as many words heard are those of a known phrase: 0 where one of them is too different."""
    scores = [alike(one, other) for one, other in zip(heard, known, strict=True)]
    mean = sum(scores) / len(scores)
    return mean if min(scores) >= ALIKE and mean >= PHRASE_ALIKE else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mend:
    """Words `at` of the transcript that are really `said`."""

    at: range
    said: tuple[str, ...]
    score: float


def mended(heard: Transcript, known: Iterable[str]) -> Transcript:
    """`heard` with unsure words that nobody here knows put right by phrases that sound like them.

    A word that the shop knows, or that was heard surely, stays. What is changed keeps how unsurely it was heard. Of counts only those are
    put right that cannot be anything else.
    """
    phrases = [words for phrase in known if (words := _words_of(phrase))]
    vocabulary = {word for words in phrases for word in words}
    said = [fold(heard.text[word.start : word.end]).strip(".,!?") for word in heard.words]
    found: list[_Mend] = []
    for words in phrases:
        found.extend(_places(words, said, heard.words, vocabulary))
    taken: set[int] = set()
    kept: list[_Mend] = []
    for mend in sorted(found, key=lambda one: (-len(one.said), -one.score)):
        if taken.isdisjoint(mend.at):
            taken.update(mend.at)
            kept.append(mend)
    kept.extend(_counts(said, heard.language))
    return _rewritten(heard, kept) if kept else heard


def _counts(said: Sequence[str], language: str) -> Iterable[_Mend]:
    """ "To of these": a count that was written as the word that sounds the same."""
    sounds, after = COUNT_SOUNDS.get(language, {}), OF_THEM.get(language, ((), ()))
    for at in range(len(said) - 2):
        if said[at] in sounds and said[at + 1] in after[0] and said[at + 2] in after[1]:
            yield _Mend(at=range(at, at + 1), said=(sounds[said[at]],), score=1.0)


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenize(phrase) if token.kind is not TokenKind.MARK)


def _places(known: tuple[str, ...], said: Sequence[str], words: Sequence[Word], vocabulary: set[str]) -> Iterable[_Mend]:
    for start in range(len(said) - len(known) + 1):
        at = range(start, start + len(known))
        changed = [place for place, word in zip(at, known, strict=True) if said[place] != word]
        if not changed or any(said[place] in vocabulary or words[place].confidence >= UNSURE for place in changed):
            continue
        score = phrase_alike([said[place] for place in at], known)
        if score:
            yield _Mend(at=at, said=known, score=score)


def _rewritten(heard: Transcript, mends: Sequence[_Mend]) -> Transcript:
    """The transcript's text with the changed words in their places; places of all words follow."""
    new = {place: word for mend in mends for place, word in zip(mend.at, mend.said, strict=True)}
    text, words, last = "", list[Word](), 0
    for place, word in enumerate(heard.words):
        written = heard.text[word.start : word.end]
        said = new.get(place, written)
        said = written if fold(written) == said else said
        text += heard.text[last : word.start]
        words.append(replace(word, start=len(text), end=len(text) + len(said)))
        text += said
        last = word.end
    return replace(heard, text=text + heard.text[last:], words=tuple(words))
