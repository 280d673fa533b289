"""Stand-ins for a language model: scripted, recorded, failing, and hostile; and an endpoint to put any of them behind."""

from collections.abc import Callable, Mapping

from shopkeeper.adapters.models.recording import Recording, Replay
from shopkeeper.ports.language_model import LanguageModel
from shopkeeper.testing.models.courteous import CourteousModel
from shopkeeper.testing.models.endpoint import ModelEndpoint, Trouble
from shopkeeper.testing.models.hostile import HostileModel
from shopkeeper.testing.models.scripted import FailingModel, ScriptedModel, act_json

DOUBLES: Mapping[str, Callable[[], LanguageModel]] = {"scripted": CourteousModel, "hostile": HostileModel, "failing": FailingModel}
"""By the names that the command line knows them by."""

__all__ = [
    "DOUBLES",
    "CourteousModel",
    "FailingModel",
    "HostileModel",
    "ModelEndpoint",
    "Recording",
    "Replay",
    "ScriptedModel",
    "Trouble",
    "act_json",
]
