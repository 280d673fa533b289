"""What a shop adds of its own: commands with their verbs from Python files, flows, replies and rules from YAML beside them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import OwnVerb
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import InvalidInput, Refusal
from shopkeeper.domain.policy.command import OwnCommand
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

__all__ = ["AuditEntry", "Moment", "OwnCommand", "Permit", "Plugin", "Plugins", "Ran", "Refusal", "Transaction", "load_plugins"]

GROUP = "shopkeeper.plugins"
"""Entry points of installed packages: each names a `Plugin`."""

NAME = "PLUGIN"

OwnVerbs: TypeAlias = Mapping[type[OwnCommand], OwnVerb]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """`commands` maps each command to the function that runs it. `folder` holds the flow files of an installed package."""

    commands: OwnVerbs = field(default_factory=dict[type[OwnCommand], OwnVerb])
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugins:
    """All of a shop's plugins together."""

    verbs: OwnVerbs = field(default_factory=dict[type[OwnCommand], OwnVerb])
    folders: tuple[Path, ...] = ()

    @property
    def commands(self) -> Mapping[str, type[OwnCommand]]:
        return {kind.__name__: kind for kind in self.verbs}


def load_plugins(folder: Path | None, *, taken: Iterable[str] = ()) -> Plugins:
    """The plugins of `folder` and of installed packages. Raises InvalidInput (`bad_plugin`) that names the file.

    A command called like one in `taken` is refused: nothing shipped can be replaced.
    """
    if folder is not None and not folder.is_dir():
        raise InvalidInput("bad_plugin", f"{folder}: there is no such folder; SHOPKEEPER_PLUGINS names a folder of .py and .yaml files")
    found = [(str(path), _in_file(path)) for path in sorted(folder.glob("*.py"))] if folder is not None else []
    found += [(f"entry point {one.name}", _checked(one.load(), f"entry point {one.name}")) for one in _installed()]
    verbs: dict[type[OwnCommand], OwnVerb] = {}
    names = set(taken)
    for where, plugin in found:
        for kind, verb in plugin.commands.items():
            if kind.__name__ in names:
                raise InvalidInput("bad_plugin", f"{where}: there is already a command {kind.__name__}; give yours another name")
            names.add(kind.__name__)
            verbs[kind] = verb
    folders = ((folder,) if folder is not None else ()) + tuple(plugin.folder for _, plugin in found if plugin.folder is not None)
    return Plugins(verbs=verbs, folders=folders)


@cache
def _installed() -> EntryPoints:
    """Every installed package is looked at, so once a process."""
    return entry_points(group=GROUP)


def _in_file(path: Path) -> Plugin:
    name = f"shopkeeper_plugin_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise InvalidInput("bad_plugin", f"{path}: this is no Python file")
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return _checked(getattr(module, NAME, None), str(path))


def _checked(plugin: object, where: str) -> Plugin:
    if not isinstance(plugin, Plugin):
        raise InvalidInput("bad_plugin", f"{where}: write `{NAME} = Plugin(commands={{YourCommand: your_function}})` at its end")
    given: Mapping[Any, Any] = plugin.commands
    for kind, verb in given.items():
        if not (isinstance(kind, type) and issubclass(kind, OwnCommand) and hasattr(kind, "__dataclass_fields__")):
            raise InvalidInput("bad_plugin", f"{where}: {kind!r} must be a frozen dataclass that extends OwnCommand")
        if not callable(verb):
            raise InvalidInput("bad_plugin", f"{where}: {kind.__name__} needs the function that runs it")
    return plugin
