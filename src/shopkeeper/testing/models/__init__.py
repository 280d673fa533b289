"""Stand-ins for a language model: scripted, recorded, failing, and hostile."""

from shopkeeper.adapters.models.recording import Recording, Replay
from shopkeeper.testing.models.hostile import HostileModel
from shopkeeper.testing.models.scripted import FailingModel, ScriptedModel, act_json

__all__ = ["FailingModel", "HostileModel", "Recording", "Replay", "ScriptedModel", "act_json"]
