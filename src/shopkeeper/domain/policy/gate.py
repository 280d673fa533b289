"""The gate: a command and the facts about it in, a permit or a reason out. Law first, then the shop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.policy.permit import GATE_KEY, AskConfirmation, Deny, NeedsOperator, Permit, Verdict
from shopkeeper.domain.policy.rule import Layer, Rule, RuleEffect, UnclearCondition

T = TypeVar("T")

UNCLEAR = "rule_unclear"
SEVERITY = {RuleEffect.DENY: 0, RuleEffect.OPERATOR: 1, RuleEffect.CONFIRM: 2}


class Gate:
    """A set of compiled rules. A rule whose condition cannot be evaluated denies: unsure is no."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        ordered = sorted(rules, key=_order)
        self._by_command: dict[str, list[Rule]] = {}
        for rule in ordered:
            for name in rule.commands:
                self._by_command.setdefault(name, []).append(rule)

    def judge(self, command: T, facts: Mapping[str, object], *, today: date, confirmed: str | None = None) -> Verdict[T]:
        """The verdict on `command`. `confirmed` is the digest of a command the shopper already said yes to."""
        name = type(command).__name__
        applied: dict[str, int] = {}
        for rule in self._rules_for(type(command)):
            if not _in_force(rule, today):
                continue
            applied[rule.id] = rule.version
            try:
                applies = rule.when(facts)
            except UnclearCondition:
                return Deny(rule=rule.id, version=rule.version, code=UNCLEAR)
            if not applies:
                continue
            params = {key: _look_up(facts, path) for key, path in rule.params.items()}
            match rule.effect:
                case RuleEffect.DENY:
                    return Deny(rule=rule.id, version=rule.version, code=rule.code, params=params)
                case RuleEffect.OPERATOR:
                    return NeedsOperator(rule=rule.id, version=rule.version, code=rule.code, params=params)
                case RuleEffect.CONFIRM:
                    digest = digest_of({"command": name, "body": command})
                    if digest != confirmed:
                        return AskConfirmation(rule=rule.id, version=rule.version, code=rule.code, digest=digest, params=params)
        return Permit(command, applied, GATE_KEY)

    def _rules_for(self, kind: type) -> Iterable[Rule]:
        """Rules name a command, or the kind of command it is (`OwnCommand`)."""
        several = [self._by_command[one.__name__] for one in kind.__mro__ if one.__name__ in self._by_command]
        return several[0] if len(several) == 1 else sorted((rule for rules in several for rule in rules), key=_order)


def _order(rule: Rule) -> tuple[bool, bool, int, str]:
    """Law before shop, no before "ask a person"; and nobody is asked to confirm what would then be refused."""
    return (rule.effect is RuleEffect.CONFIRM, rule.layer is not Layer.LAW, SEVERITY[rule.effect], rule.id)


def _in_force(rule: Rule, today: date) -> bool:
    return (rule.valid_from is None or rule.valid_from <= today) and (rule.valid_to is None or today <= rule.valid_to)


def _look_up(facts: Mapping[str, object], path: str) -> object:
    head, _, rest = path.partition(".")
    value = facts.get(head)
    return _look_up(cast("Mapping[str, object]", value), rest) if rest and isinstance(value, Mapping) else value
