"""Shoppers' files in a folder of the shop's own, one folder per conversation, readable by the owner alone."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import threading
from datetime import datetime
from pathlib import Path

from shopkeeper.domain.core.ids import ConversationId

_SAFE = re.compile(r"[A-Za-z0-9_-]{1,80}\Z")
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class FolderMediaStore:
    """MediaStore. A file's time of change is when it was put, by the shop's clock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, conversation_id: ConversationId, sha256: str, data: bytes, *, at: datetime) -> None:
        await asyncio.to_thread(self._put, self._file(conversation_id, sha256), data, at)

    async def get(self, conversation_id: ConversationId, sha256: str) -> bytes | None:
        return await asyncio.to_thread(_read, self._file(conversation_id, sha256))

    async def forget(self, conversation_id: ConversationId) -> tuple[str, ...]:
        return await asyncio.to_thread(_erase, self._home(conversation_id))

    async def forget_before(self, moment: datetime) -> int:
        return await asyncio.to_thread(self._forget_before, moment.timestamp())

    def _home(self, conversation_id: ConversationId) -> Path:
        if not _SAFE.match(conversation_id):
            raise ValueError(f"not a conversation id: {conversation_id!r}")
        return self._folder / conversation_id

    def _file(self, conversation_id: ConversationId, sha256: str) -> Path:
        if not _DIGEST.match(sha256):
            raise ValueError(f"not a digest: {sha256!r}")
        return self._home(conversation_id) / sha256

    def _put(self, file: Path, data: bytes, at: datetime) -> None:
        if file.exists():
            return
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Written beside and renamed, so that a crash leaves no half file under a digest.
        # Named by thread too: a message may hold the same photo twice, and both are put at the same moment.
        part = file.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
        part.touch(mode=0o600)
        part.write_bytes(data)
        os.utime(part, (at.timestamp(), at.timestamp()))
        part.replace(file)

    def _forget_before(self, moment_s: float) -> int:
        gone = 0
        for home in self._folder.iterdir() if self._folder.is_dir() else ():
            for file in home.iterdir():
                if file.stat().st_mtime < moment_s:
                    file.unlink(missing_ok=True)
                    gone += 1
            if not any(home.iterdir()):
                home.rmdir()
        return gone


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _erase(home: Path) -> tuple[str, ...]:
    names = tuple(file.name for file in home.iterdir() if _DIGEST.match(file.name)) if home.is_dir() else ()
    if home.is_dir():
        # What cannot be erased is no success: whoever asked for it tries again.
        shutil.rmtree(home)
    return names
