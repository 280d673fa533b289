"""What to do about an act: pure functions from facts to decisions, one file per kind of act."""

from shopkeeper.app.turn.decide.dispatch import decide

__all__ = ["decide"]
