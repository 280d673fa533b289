"""What a clause is read against: the message, the shop, the conversation, and what its earlier clauses were about."""

from __future__ import annotations

from dataclasses import dataclass, field

from shopkeeper.app.understanding.reading import Reading
from shopkeeper.app.understanding.timing import Said, together
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.dialogue.acts import Act
from shopkeeper.domain.dialogue.flow.book import FlowBook
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.wishes import Wish
from shopkeeper.domain.dialogue.reference import ByWords, Reference
from shopkeeper.domain.dialogue.understanding import SlotValue, Source
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.understander import Context


@dataclass(slots=True, kw_only=True)
class Scene:
    """`verb` is what the last clause wanted done; a clause without a verb of its own goes on with it."""

    reading: Reading
    shop: ShopWords
    index: CatalogIndex
    context: Context
    flows: FlowBook = field(default_factory=FlowBook)
    verb: str = ""
    made: bool = False
    """Whether a wish how something shall be made found its product."""
    spent: set[Wish] = field(default_factory=set["Wish"])
    dated: set[int] = field(default_factory=set[int])
    """Tokens of times that belong to an appointment or a return, not to the goods of the message."""
    acts: list[Act] = field(default_factory=list["Act"])
    slots: list[SlotValue] = field(default_factory=list["SlotValue"])
    notes: dict[str, object] = field(default_factory=dict[str, object])

    def slot(self, name: str, value: object, start: int, end: int, confidence: float = 0.95) -> None:
        """Note a slot found in tokens `start` to `end`."""
        span = self.reading.span(start, end)
        self.slots.append(SlotValue(name=name, value=value, source=Source.TEXT, confidence=confidence, span=span))

    def said_when(self, clause: Clause) -> Said | None:
        """The time a clause names; None when it names none."""
        times = [one for one in self.reading.times if clause.start <= one.mention.start < clause.end]
        return together(times, self.context.now, self.shop)

    @property
    def open_topic(self) -> str:
        """What the question on the table is about."""
        question = self.context.state.question
        return question.topic if question is not None else ""

    @property
    def has_cart(self) -> bool:
        return bool(self.context.cart.lines)

    @property
    def has_subject(self) -> bool:
        """Whether something was shown or talked about that "the brown one" can be a variant of."""
        return bool(self.context.state.shown) or self.context.state.focus is not None

    def in_cart(self, reference: Reference | None) -> bool:
        """Whether the words may mean something that lies in the cart."""
        if not isinstance(reference, ByWords):
            return False
        lines = {line.product_id for line in self.context.cart.lines}
        return any(candidate.product_id in lines for candidate in reference.candidates)
