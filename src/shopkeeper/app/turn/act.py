"""One turn's work inside its transaction: acts become decisions, decisions become permitted commands, all of it once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from shopkeeper.app.commands.update_checkout import BASKET_CODES
from shopkeeper.app.moment import Moment
from shopkeeper.app.naming import read_labels
from shopkeeper.app.queries.cart_pricing import price_cart
from shopkeeper.app.registry import RunCommand, run
from shopkeeper.app.turn.decide import decide
from shopkeeper.app.turn.decide.again import asked_again
from shopkeeper.app.turn.decide.checkout import ask_address_field
from shopkeeper.app.turn.decide.flow.values import title
from shopkeeper.app.turn.decide.flow.walking import Move, following
from shopkeeper.app.turn.decide.next_step import WAITING_FOR_A_YES, next_step, still_waiting
from shopkeeper.app.turn.decide.permission import permission_question
from shopkeeper.app.turn.decide.products import against
from shopkeeper.app.turn.decide.proposed import decide_proposed, in_order, needs_own_words
from shopkeeper.app.turn.facts import Facts, gather
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.app.turn.outcomes import needs_new_consent, outcome_says, outcome_shows, route_of
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.quote import DeliveryChoice
from shopkeeper.domain.conversation.events import (
    CommandRan,
    CommandRefused,
    ConversationEvent,
    FocusMoved,
    NoticeGiven,
    ProductsShown,
    QuestionAsked,
    QuestionClosed,
    QuestionPostponed,
    apply,
)
from shopkeeper.domain.conversation.flow_events import (
    CallDone,
    FlowConfirmed,
    FlowEnded,
    FlowEvent,
    FlowRestarted,
    FlowStarted,
    SlotFilled,
    SlotsForgotten,
    SlotSkipped,
)
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.state import ConversationState, Focus, HandoffState, OfferedChoice, Question, Shown
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.dialogue.acts import Act, Choose, Clarify, Confirm, Correct, Decline, GiveSlot, Greet, Repeat, Skip, Thank, Unknown
from shopkeeper.domain.dialogue.decision import (
    Ask,
    Card,
    CheckBudget,
    Close,
    Decision,
    Do,
    Next,
    Note,
    Plan,
    Show,
    ShowCart,
    ShowNotice,
    ShowProducts,
    Tell,
)
from shopkeeper.domain.dialogue.flow.book import FlowBook
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import (
    CURRENT_CHECKOUT,
    AddLineItem,
    CancelCheckout,
    Command,
    CompleteCheckout,
    KeepMethod,
    UpdateCheckout,
)
from shopkeeper.domain.policy.permit import AskConfirmation, Deny, NeedsOperator, Permit
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

PRODUCT_TOPICS = frozenset({"product", "variant", "line", "quantity"})
WAITED_FOR = frozenset({"authorize_payment"})
"""Effects that the turn waits for: what comes of them is told first."""

ABOUT_THE_QUESTION = (Choose, Confirm, Correct, Decline, GiveSlot, Repeat, Clarify, Skip, Unknown)
OPEN_ENDED = frozenset({"find.what", "add.what", "compare.what"})
"""Sentences that ask for a wish; they give way to a question about one."""

ADDRESS_CODES = frozenset({"postal_code", "address_field"})
MOST_STEPS = 40
MOST_REMINDERS = 2


def gone(flow: str) -> Move:
    """A flow that the shop no longer has."""
    return Move(decisions=(Note(event=FlowEnded(flow=flow, reason="gone")),))


@dataclass
class TurnWork:
    """Collects what a turn says, shows, asks and causes while its acts are worked through in order."""

    tx: Transaction
    state: ConversationState
    moment: Moment
    gate: GateKeeper
    profile: ShopProfile
    said: str
    events: list[ConversationEvent] = field(default_factory=list[ConversationEvent])
    says: list[Say] = field(default_factory=list[Say])
    shows: list[Show] = field(default_factory=list[Show])
    effects: list[QueuedEffect] = field(default_factory=list[QueuedEffect])
    verdicts: list[Mapping[str, object]] = field(default_factory=list[Mapping[str, object]])
    asked: bool = False
    checkout_touched: bool = False
    flows: FlowBook = field(default_factory=FlowBook)
    run_command: RunCommand = run
    aside: bool = False
    """Whether the message was about something other than the open question."""
    shown: tuple[Shown, ...] = ()
    """Everything this turn shows: of two lists, "the second one" is counted through both."""
    flow_started: bool = False
    flow_touched: bool = False
    route: tuple[Say, ...] = ()
    """How the order gets there, as the last command of the turn has left it."""
    after_sale_touched: bool = False
    delivery_wanted: DeliveryChoice | None = None
    """How the goods were asked for in this turn, where they cannot all be had that way."""
    own_words: bool = True
    """Whether what is carried out is the shopper's own wish, rather than a model's reading of it."""
    labels: Labels = field(init=False)

    def __post_init__(self) -> None:
        self.labels = read_labels(self.tx, self.moment.language, self.profile)

    def run(self, acts: Sequence[Act], proposed: Sequence[Act] = ()) -> None:
        """Work through `acts` and what a model proposed, then ask for the one thing the checkout still needs, if it was touched."""
        self.aside = not all(isinstance(act, ABOUT_THE_QUESTION) for act in acts)
        for act in without_small_talk(acts):
            self._work_on(decide(act, self.facts(act)))
        self.own_words = False
        for act in in_order(without_small_talk(proposed), self.state.question):
            self._work_on(decide_proposed(act, self.facts(act)))
        self.own_words = True
        self._go_on()

    def _go_on(self) -> None:
        """What waits once every act is worked through: the checkout, the flow on top, a question left open. One of them asks."""
        self.flow_started = False
        self.says.extend(self.route)
        if any(effect.kind in WAITED_FOR for effect in self.effects):
            return
        if self.after_sale_touched and not self.asked:
            waiting = still_waiting(self.facts(None, pending=True))
            if waiting is not None:
                self._carry_out(waiting)
        self._ask_postponed()
        self._keep_adding()
        if self.checkout_touched and not self.asked and not self.flow_touched:
            self._next_of_checkout()
        self._walk_flows()
        if self.checkout_touched:
            self._next_of_checkout()
        question = self.state.question
        if question is not None and not self.asked and self.state.handoff is HandoffState.ASSISTANT:
            self._remind(asked_again(question, self.facts(None)))

    def _ask_postponed(self) -> None:
        """What an earlier turn had no room to ask, once nothing else is open."""
        for question in self.state.postponed:
            if self.asked or self.state.question is not None or self.state.handoff is not HandoffState.ASSISTANT:
                return
            self._remind(asked_again(question, self.facts_for(question)))

    def _keep_adding(self) -> None:
        """Which of several shall be added comes before paying for the rest: asked once more, so that it is not left behind."""
        question = self.state.question
        if question is None or self.asked or question.topic not in PRODUCT_TOPICS or question.context.get("then") != "add":
            return
        if self.checkout_touched and not question.reminded:
            self._remind(asked_again(question, self.facts(None)))

    def _next_of_checkout(self) -> None:
        following = None if self.asked else next_step(self.facts(None))
        if following is not None:
            self._carry_out(following)

    def _walk_flows(self) -> None:
        """Take the flow on top as far as it goes without an answer; what it interrupted goes on when it is through."""
        for _ in range(MOST_STEPS):
            if not self.state.stack or self.asked or (self.state.question is not None and not self._asks_for_flow()):
                return
            frame = self.state.stack[-1]
            flow = self.flows.get(frame.flow)
            move = following(flow, frame, self.facts(None)) if flow is not None else gone(frame.flow)
            for decision in move.decisions:
                if isinstance(decision, Ask):
                    self._remind(decision)
                    return
                self._carry_out(decision)
            if move.act is not None:
                self._work_on(decide(move.act, self.facts(move.act)))
            if len(self.state.stack) and self.state.stack[-1].flow != frame.flow and not self.asked:
                self._back_to(self.state.stack[-1])

    def _back_to(self, frame: Frame) -> None:
        flow = self.flows.get(frame.flow)
        if flow is not None and not frame.is_fresh:
            self.says.append(Say(key="flow.back", facts={"flow": title(flow, self.facts(None))}))

    def _asks_for_flow(self) -> bool:
        return self.state.question is not None and self.state.question.topic.startswith("flow")

    def _remind(self, again: Ask | None) -> None:
        """Ask again what is open. Somebody who talks about other things for long is not pressed."""
        if again is None:
            return
        before = self.state.question
        same = before is not None and (before.topic, before.context.get("slot")) == (
            again.question.topic,
            again.question.context.get("slot"),
        )
        reminded = before.reminded + self.aside if before is not None and same else 0
        if reminded > MOST_REMINDERS and self.aside and self.says:
            return
        self._ask(replace(again, question=replace(again.question, reminded=reminded)))

    def notice_once(self, key: str) -> None:
        """Say something that is said once in a conversation, beside the reply."""
        if key not in self.state.notices:
            self.shows.append(ShowNotice(say=Say(key=key)))
            self.record(NoticeGiven(key=key))

    def _work_on(self, plan: Plan) -> None:
        for decision in plan.decisions:
            self._carry_out(decision)

    def facts_for(self, question: Question) -> Facts:
        """The facts as if `question` were the open one."""
        cart = self.tx.carts.get(self.state.cart_id) or Cart(id=self.state.cart_id)
        state = replace(self.state, question=question)
        found = gather(
            self.tx, None, state, cart, now=self.moment.now, said=self.said, profile=self.profile, labels=self.labels, flows=self.flows
        )
        return replace(found, state=self.state)

    def facts(self, act: Act | None, *, pending: bool = False) -> Facts:
        cart = self.tx.carts.get(self.state.cart_id) or Cart(id=self.state.cart_id)
        return gather(
            self.tx,
            act,
            self.state,
            cart,
            now=self.moment.now,
            said=self.said,
            profile=self.profile,
            labels=self.labels,
            flows=self.flows,
            delivery_wanted=self.delivery_wanted,
            turn_id=self.moment.turn_id,
            pending=pending,
        )

    def record(self, *events: ConversationEvent) -> None:
        for event in events:
            self.events.append(event)
            self.state = apply(self.state, event)

    def _carry_out(self, decision: Decision) -> None:
        match decision:
            case Tell(says=says, shows=shows, focus=focus):
                self._tell(says, shows, focus)
            case Ask():
                self._ask(decision)
            case Close(reason=reason):
                if self.state.question is not None:
                    self.record(QuestionClosed(reason=reason))
            case Do():
                self._do(decision)
            case Next(act=act):
                self._work_on(decide(act, self.facts(act)))
            case CheckBudget(limit=limit):
                self._compare(limit)
            case Note(event=event):
                self._noted(event)
            case _:
                assert_never(decision)

    def _noted(self, event: FlowEvent) -> None:
        """A second flow of one turn waits for the first; when a flow ends, the question that it interrupted is open again."""
        if isinstance(event, FlowStarted):
            event = replace(event, behind=self.flow_started and not event.interrupted and event.flow != "")
            self.flow_started = True
        ended = self.state.stack[-1] if isinstance(event, FlowEnded) and self.state.stack else None
        if self.state.question is not None and (isinstance(event, FlowStarted) or self._asks_for_flow()) and _settles(event):
            self.record(QuestionClosed(reason="interrupted" if isinstance(event, FlowStarted) else "answered"))
        self.flow_touched = True
        self.record(event)
        if ended is not None and ended.interrupted is not None and not self.asked and self.state.question is None:
            self._remind(asked_again(ended.interrupted, self.facts_for(ended.interrupted)))

    def _tell(self, says: Sequence[Say], shows: Sequence[Show], focus: Focus | None) -> None:
        self.says.extend(says)
        self._show(shows)
        self._focus(focus)

    def _show(self, shows: Sequence[Show]) -> None:
        self.shows.extend(shows)
        for show in shows:
            if isinstance(show, ShowProducts):
                self._overtake()
                self.shown = tuple(dict.fromkeys((*self.shown, *(_shown(card) for card in show.cards))))
                self.record(ProductsShown(shown=self.shown, limit_minor=show.limit.minor if show.limit else None))

    def _compare(self, limit: Money) -> None:
        """The goods in the cart against a budget, by the price they have now."""
        cart = self.tx.carts.get(self.state.cart_id)
        if cart is None or not cart.lines:
            return
        total = price_cart(cart, self.tx.checkouts.open_for(cart.id), self.tx, self.labels, self.moment.now).pricing.goods_after_discount
        self.says.append(against(limit, total))

    def _overtake(self) -> None:
        """What is shown now is what "the second one" means now: an older question about products is over."""
        question = self.state.question
        if not self.asked and question is not None and question.topic in PRODUCT_TOPICS:
            self.record(QuestionClosed(reason="overtaken"))

    def _settle(self, command: Command) -> None:
        """ "Which of these?" is answered by what goes into the cart from among them, in whatever words that was said."""
        question = self.state.question
        if not isinstance(command, AddLineItem) or self.asked or question is None or question.topic not in PRODUCT_TOPICS:
            return
        if any(choice.value in (command.product_id, command.sku) for choice in question.choices):
            self.record(QuestionClosed(reason="answered"))

    def _focus(self, focus: Focus | None) -> None:
        if focus is not None and focus != self.state.focus:
            self.record(FocusMoved(focus=focus))

    def _ask(self, ask: Ask) -> None:
        """At most one question a turn: the first stays, later ones are for later turns."""
        if self.asked:
            if ask.question.topic in PRODUCT_TOPICS and ask.question.context.get("then") == "add":
                self.record(QuestionPostponed(question=ask.question))
            return
        self.asked = True
        self.says = [say for say in self.says if say.key not in OPEN_ENDED]
        self._tell((*ask.before, replace(ask.say, question=True)), ask.shows, ask.focus)
        before = self.state.question
        if before is not None and (before.topic, before.context) != (ask.question.topic, ask.question.context):
            self.record(QuestionClosed(reason="overtaken"))
        self.record(QuestionAsked(question=ask.question))

    def _do(self, do: Do) -> None:
        if not self.own_words and needs_own_words(do):
            self._note(do.command, "not_own_words", None)
            return
        command = self._bound(do.command)
        if command is None:
            return
        verdict = self.gate.judge(command, self.tx, self.state, self.moment, confirmed=do.confirmed, stated_age=self.state.stated_age)
        match verdict:
            case Permit():
                self._note(command, "permit", None)
                self._run(do, command, verdict)
            case Deny():
                self._note(command, "deny", verdict.rule)
                self._refused(command, Refusal(code=verdict.code, params=verdict.params, rule=verdict.rule))
                self._step_done(do, ok=False, facts={"code": verdict.code})
            case NeedsOperator():
                self._note(command, "operator", verdict.rule)
                self._refused(command, Refusal(code=verdict.code, params=verdict.params, rule=verdict.rule))
                self._step_done(do, ok=False, facts={"code": verdict.code})
            case AskConfirmation():
                self._note(command, "confirm", verdict.rule)
                question = permission_question(command, verdict, do.then) if not do.step else self._step_question(do, verdict.digest)
                self._ask(Ask(question=question, say=Say(key=f"confirm.{verdict.code}", facts=verdict.params, question=True)))
            case _:
                assert_never(verdict)

    def _step_question(self, do: Do, digest: str) -> Question:
        """A rule wants a yes to what a flow is about to do."""
        choices = (OfferedChoice(value="yes"), OfferedChoice(value="no"))
        return Question(
            topic="flow_confirm", choices=choices, context={"flow": self.state.stack[-1].flow, "step": do.step, "digest": digest}
        )

    def _step_done(self, do: Do, *, ok: bool, facts: Mapping[str, object]) -> None:
        if do.step and self.state.stack:
            flow = self.state.stack[-1].flow
            self.record(CallDone(flow=flow, step=do.step, digest=do.step_digest, ok=ok, facts=_plain_facts(facts)))

    def _bound(self, command: Command) -> Command | None:
        """The command with the checkout that an earlier one of this turn opened; None when that one was refused."""
        if not isinstance(command, UpdateCheckout | KeepMethod) or command.checkout_id != CURRENT_CHECKOUT:
            return command
        return replace(command, checkout_id=self.state.checkout_id) if self.state.checkout_id is not None else None

    def _run(self, do: Do, command: Command, permit: Permit[Command]) -> None:
        outcome = self.run_command(permit, self.tx, self.moment)
        if isinstance(outcome, Refusal):
            self._refused(command, outcome)
            self._step_done(do, ok=False, facts={"code": outcome.code})
            return
        self.record(CommandRan(command=type(command).__name__, facts=_plain_facts(outcome.facts), rule_versions=permit.rule_versions))
        self.record(*outcome.events)
        self.effects.extend(outcome.effects)
        self._step_done(do, ok=True, facts=outcome.facts)
        if do.then is not None:
            self.says.append(replace(do.then, facts={**outcome.facts, **do.then.facts}))
        self.says.extend(outcome_says(command, outcome.facts))
        self.route = route_of(outcome.facts, self.route)
        self._settle(command)
        self._show((*do.shows, *outcome_shows(command, outcome.facts)))
        self._focus(do.focus)
        if isinstance(command, WAITING_FOR_A_YES):
            self.after_sale_touched = True
        else:
            self.checkout_touched = self.checkout_touched or self._touches_checkout(command, outcome.facts)

    def _touches_checkout(self, command: Command, facts: Mapping[str, object]) -> bool:
        if isinstance(command, CancelCheckout | CompleteCheckout):
            return needs_new_consent(command, facts)
        return self.state.checkout_id is not None

    def _refused(self, command: Command, refusal: Refusal) -> None:
        self.record(CommandRefused(command=type(command).__name__, code=refusal.code, rule=refusal.rule))
        self.says.append(Say(key=f"refusal.{refusal.code}", facts=refusal.params))
        if self.state.cart_id and self.tx.carts.get(self.state.cart_id) is not None and not isinstance(command, CompleteCheckout):
            self.shows.append(ShowCart())
        self.checkout_touched = self.checkout_touched or isinstance(command, CompleteCheckout)
        if refusal.code in ADDRESS_CODES and isinstance(command, UpdateCheckout) and command.delivery and command.delivery.address:
            field = str(refusal.params.get("field") or "postal_code")
            self._ask(ask_address_field(command.delivery.address, field))
        if refusal.code in BASKET_CODES:
            self.delivery_wanted = command.delivery if isinstance(command, UpdateCheckout) else None
            self.checkout_touched = self.checkout_touched or bool(self.facts(None).ways)

    def _note(self, command: Command, verdict: str, rule: str | None) -> None:
        self.verdicts.append({"command": type(command).__name__, "verdict": verdict, "rule": rule})


def _settles(event: FlowEvent) -> bool:
    """Whether what was asked is no longer open."""
    return isinstance(event, FlowStarted | SlotFilled | SlotSkipped | SlotsForgotten | FlowConfirmed | FlowRestarted | FlowEnded)


def without_small_talk(acts: Sequence[Act]) -> Sequence[Act]:
    """A greeting beside a wish needs no answer of its own."""
    wishes = [act for act in acts if not isinstance(act, Greet | Thank)]
    return wishes or acts


def _shown(card: Card) -> Shown:
    offer = card.listing.offers.get(card.sku) if card.sku else None
    price = offer.price if offer else card.listing.price_from
    return Shown(product_id=card.listing.product.id, sku=card.sku, price_minor=price.minor if price else None)


def _plain_facts(facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts an event may keep: simple values only."""
    return {key: value for key, value in facts.items() if isinstance(value, str | int | bool | type(None))}
