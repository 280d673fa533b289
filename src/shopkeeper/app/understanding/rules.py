"""The first tier of understanding: shop grammar and catalog index, no model, well under a millisecond."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from shopkeeper.app.understanding.after_sale_acts import with_mood
from shopkeeper.app.understanding.answers import answer
from shopkeeper.app.understanding.composing import compose
from shopkeeper.app.understanding.courtesies import is_courtesy, soft_places, without_courtesy
from shopkeeper.app.understanding.flow_acts import flow_of, started
from shopkeeper.app.understanding.flow_answers import flow_answer
from shopkeeper.app.understanding.glossary import TranslatingIndex
from shopkeeper.app.understanding.limits import keeping_off, stated_allergies
from shopkeeper.app.understanding.making import spoken_portions
from shopkeeper.app.understanding.reading import Reading, Words, read, tokens_of
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.signals import note_signals
from shopkeeper.app.understanding.story import without_story
from shopkeeper.app.understanding.substitute_acts import substitute_act
from shopkeeper.app.understanding.tidying import tidy
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.conversation.state import GIFT_NOTE
from shopkeeper.domain.dialogue.acts import Act, FindProduct, GiveTip, NoSuchDay, NoteWish, Unknown
from shopkeeper.domain.dialogue.flow.book import FlowBook
from shopkeeper.domain.dialogue.flow.matching import UNREAD
from shopkeeper.domain.dialogue.grammar.clauses import Clause, split_clauses
from shopkeeper.domain.dialogue.grammar.dictation import Dictation, find_dictation
from shopkeeper.domain.dialogue.grammar.layout import laid_out
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, compile_grammar
from shopkeeper.domain.dialogue.grammar.numbers import find_numbers
from shopkeeper.domain.dialogue.grammar.scan import find_cues
from shopkeeper.domain.dialogue.grammar.substitutes import SubstituteWords, blanked, find_substitutes
from shopkeeper.domain.dialogue.grammar.time_atoms import compile_times
from shopkeeper.domain.dialogue.grammar.tips import Tipping, find_tip
from shopkeeper.domain.dialogue.grammar.tokens import readable, tokenize
from shopkeeper.domain.dialogue.grammar.wishes import Wish
from shopkeeper.domain.dialogue.reference import ByWords
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.understander import Context, Perception

SURE = 0.95
UNSURE = 0.4
MOST_UNFIT = 3
"""Wishes that may turn out to be words of a name ("tea with pearls"); more are not tried."""
LEAST_OF_ITS_WORDS = 2
"""Small words from which a message may be in a language the shop does not answer in."""
BRANCH_TOPICS = ("store", "delivery")


class RulesUnderstander:
    """Understander over lexicons and a catalog index. Never raises on any text."""

    def __init__(self, *, index: CatalogIndex, lexicons: Mapping[str, Lexicon], shop: ShopWords, flows: FlowBook | None = None) -> None:
        self._index = TranslatingIndex(index, shop.things) if shop.things else index
        self._lexicons = lexicons
        self._shop = shop
        self._flows = flows or FlowBook()
        self._words: dict[str, Words] = {}

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        return self.read(perception, context)

    def read(self, perception: Perception, context: Context) -> Understanding:
        """The same without waiting, for tests and measurements."""
        people = {name for _, name in self._shop.staff}
        text = without_story(laid_out(readable(perception.text)), self._words_of(perception.language).grammar, people)
        dictated = find_dictation(text, tokenize(text), self._words_of(perception.language).grammar.dictation)
        if dictated is not None:
            return self._with_note(dictated, replace(perception, text=text), context)
        tipping = self._tipping(text, perception.language, context)
        if tipping is not None:
            return self._with_tip(tipping, replace(perception, text=text), context)
        language = perception.language
        wished = find_substitutes(text, self._substitutes_of(language, text))
        if wished:
            return self._with_substitutes(wished, replace(perception, text=text), context)
        heard = self._made(text, language, context) or self._heard(text, language, context)
        if heard is None:
            return Understanding(acts=(), language=language)
        scene, found = heard
        reading = scene.reading
        acts = tuple(found) or (Unknown(text=text.strip()),)
        return Understanding(
            acts=acts,
            slots=tuple(scene.slots),
            language=language,
            confidence=_confidence(acts),
            evidence={"cues": [f"{cue.kind}:{cue.value}" if cue.value else cue.kind for cue in reading.cues[:40]], **scene.notes},
        )

    def _with_note(self, dictated: Dictation, perception: Perception, context: Context) -> Understanding:
        """The note as it was dictated, after what the rest of the message says; a courtesy around it says nothing.

        As sure as anything: no later tier shall read words that are meant for somebody else.
        """
        grammar = self._words_of(perception.language).grammar
        wordless = dictated.bare and is_courtesy(dictated.text, grammar)
        act = NoteWish(topic=GIFT_NOTE, text=None if wordless and not dictated.taken_back else dictated.text)
        before, after = perception.text[: dictated.start], perception.text[dictated.end :]
        before = without_courtesy(before, grammar)
        if is_courtesy(before + after, grammar):
            return Understanding(acts=(act,), language=perception.language, confidence=SURE)
        # The gap keeps its length, so that the places of what is left stay true.
        rest = before + "\n" + " " * (len(perception.text) - len(before) - len(after) - 1) + after
        read = self.read(replace(perception, text=rest), context)
        return replace(read, acts=(*read.acts, act), confidence=SURE)

    def _tipping(self, text: str, language: str, context: Context) -> Tipping | None:
        grammar, question = self._words_of(language).grammar, context.state.question
        tokens = tokenize(text)
        asked = question is not None and question.topic == "tip"
        if not asked and not any(token.norm in grammar.tips.next for token in tokens):
            return None
        cues = find_cues(tokens, grammar)
        money = {at for cue in cues if cue.kind == "currency" for at in range(cue.start, cue.end)}
        return find_tip(tokens, grammar.tips, find_numbers(tokens, grammar.numbers), soft_places(cues), money, asked=asked)

    def _with_tip(self, tipping: Tipping, perception: Perception, context: Context) -> Understanding:
        """The tip after what the rest of the message says; as sure as anything, since a later tier shall never name a sum."""
        bp, per_unit = tipping.percent, self._shop.minor_per_unit
        act = GiveTip(
            amount_minor=0 if tipping.taken_back else int(tipping.amount * per_unit) if tipping.amount is not None else None,
            percent_bp=int(bp * 100) if bp is not None else None,
        )
        grammar = self._words_of(perception.language).grammar
        before, after = perception.text[: tipping.start], perception.text[tipping.end :]
        if is_courtesy(before, grammar) and is_courtesy(after, grammar):
            return Understanding(acts=(act,), language=perception.language, confidence=SURE)
        rest = before + "\n" + " " * (tipping.end - tipping.start - 1) + after
        read = self.read(replace(perception, text=rest), context)
        later = any(isinstance(one, GiveTip) for one in read.acts)
        return read if later else replace(read, acts=(*read.acts, act))

    def _with_substitutes(self, wished: Sequence[SubstituteWords], perception: Perception, context: Context) -> Understanding:
        """What shall come where something is missing, after what the rest of the message says."""
        acts = tuple(substitute_act(one, self._index, perception.language) for one in wished)
        rest = blanked(perception.text, wished)
        if is_courtesy(rest, self._words_of(perception.language).grammar):
            return Understanding(acts=acts, language=perception.language, confidence=SURE)
        read = self.read(replace(perception, text=rest), context)
        return replace(read, acts=(*read.acts, *acts), confidence=SURE)

    def _substitutes_of(self, language: str, text: str) -> tuple[Mapping[str, tuple[str, ...]], ...]:
        """Of the message's language, of English, and of those that a shop understands without answering in them."""
        said = {token.norm for token in tokenize(text)}
        unanswered = [
            code
            for code, lexicon in self._lexicons.items()
            if lexicon.substitutes and code not in self._shop.languages and len(said & lexicon.function_words) >= LEAST_OF_ITS_WORDS
        ]
        known = (self._lexicons[code] for code in dict.fromkeys((language, "en", *unanswered)) if code in self._lexicons)
        return tuple(lexicon.substitutes for lexicon in known if lexicon.substitutes)

    def _made(self, text: str, language: str, context: Context) -> tuple[Scene, list[Act]] | None:
        """The message with its wishes how something shall be made taken out first; None when nothing in it can be made so.

        Wishes that fit nothing are words like any others: the message is read once more with those that do.
        """
        wishes = self._wishes(text, language, context)
        if not wishes:
            return None
        heard = self._heard(text, language, context, wishes)
        kept = _fitting(heard)
        for unfit in [wish for wish in wishes if wish not in kept][:MOST_UNFIT]:
            other = _fitting(self._heard(text, language, context, [wish for wish in wishes if wish is not unfit]))
            kept = other if len(other) > len(kept) else kept
        if len(kept) < len(wishes):
            heard = self._heard(text, language, context, [wish for wish in wishes if wish in kept])
        return heard if heard is not None and heard[0].made else None

    def _wishes(self, text: str, language: str, context: Context) -> Sequence[Wish]:
        """Whole ways to wish ("no ice"), and words that are wishes only where they stand ("one normal")."""
        tokens = tokens_of(text, self._words_of(language), self._shop)
        wishes = list(self._shop.wishes.find(tokens))
        if not wishes and not self._shop.wishes.bare(tokens):
            return ()
        reading = self._read(text, language, context, wishes)
        clauses = split_clauses(text, reading.tokens, reading.cues, reading.numbers, _whole(reading))
        return (*reading.wishes, *spoken_portions(reading, clauses, self._shop.wishes))

    def _heard(self, text: str, language: str, context: Context, wishes: Sequence[Wish] = ()) -> tuple[Scene, list[Act]] | None:
        """The acts of the message; None when it has no words."""
        reading = self._read(text, language, context, wishes)
        if not reading.tokens:
            return None
        clauses = split_clauses(text, reading.tokens, reading.cues, reading.numbers, _whole(reading))
        scene = Scene(reading=reading, shop=self._shop, index=self._index, context=context, flows=self._flows)
        if reading.age is not None:
            scene.slot("age", *reading.age, 0.95)
        for timed in reading.times:
            scene.slot("when", timed.when, timed.mention.start, timed.mention.end, 0.9 if timed.mention.sure else 0.4)
        note_signals(scene)
        found = _in_flow(scene, clauses) or ([] if reading.wishes else answer(scene, clauses)) or tidy(compose(scene, clauses), context)
        if _confidence(tuple(found)) < SURE and (flow := flow_of(scene, clauses, UNREAD)) is not None:
            return scene, [started(scene, flow, clauses)]
        found = with_mood(scene, keeping_off(_without_days(scene, found), stated_allergies(scene)))
        return scene, found

    def _read(self, text: str, language: str, context: Context, wishes: Sequence[Wish]) -> Reading:
        question = context.state.question
        asked = question is not None and question.topic in BRANCH_TOPICS
        words = self._words_of(language)
        return read(text, language=language, words=words, shop=self._shop, now=context.now, branch_asked=asked, wishes=wishes)

    def warm_up(self, languages: Iterable[str]) -> None:
        """Make the grammars of `languages` now, so that no message waits for its own."""
        for language in languages:
            self._words_of(language)

    def _words_of(self, language: str) -> Words:
        words = self._words.get(language)
        if words is None:
            words = self._words[language] = _compiled(language, tuple(self._lexicons.items()))
        return words


@lru_cache(maxsize=64)
def _compiled(language: str, lexicons: tuple[tuple[str, Lexicon], ...]) -> Words:
    """The same lexicons are put together once, however many shops there are in the process."""
    by_code = dict(lexicons)
    grammar = compile_grammar(language, by_code)
    return Words(grammar=grammar, times=compile_times(language, by_code, grammar.numbers))


def _without_days(scene: Scene, found: list[Act]) -> list[Act]:
    """A day that does not exist is said to be none before the rest is seen to."""
    days = [NoSuchDay(day=one.day, last_day=one.last_day) for one in scene.reading.no_days]
    return [*days, *(act for act in found if not isinstance(act, Unknown))] if days else found


def _fitting(heard: tuple[Scene, list[Act]] | None) -> frozenset[Wish]:
    return frozenset(heard[0].spent) if heard is not None else frozenset()


def _in_flow(scene: Scene, clauses: list[Clause]) -> list[Act]:
    """What the message says to the flow under way; other clauses are read as ever, in a scene of their own."""

    def beside(others: Sequence[Clause]) -> list[Act]:
        return tidy(compose(replace(scene, acts=[], slots=[], notes={}), others), scene.context)

    return flow_answer(scene, clauses, beside)


def _whole(reading: Reading) -> list[tuple[int, int]]:
    shaped = [found[1:] for found in (reading.email, reading.address, reading.age) if found is not None]
    return [*shaped, *((start, end) for _, _, start, end in reading.clocks)]


def _confidence(acts: tuple[object, ...]) -> float:
    """How sure the rules are: not at all of what they cannot read, less of a product nobody has."""
    if any(isinstance(act, Unknown) for act in acts):
        return 0.0 if len(acts) == 1 else UNSURE
    unfound = any(isinstance(act, FindProduct) and isinstance(act.reference, ByWords) and not act.reference.candidates for act in acts)
    return UNSURE if unfound else SURE
