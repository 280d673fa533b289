"""The spoken reply: WAV in the reply's language, over the door and behind the port; absent programs and odd texts are an answer too."""

from __future__ import annotations

import asyncio
import io
import stat
import wave
from pathlib import Path

import httpx
import pytest

from shopkeeper.adapters.speech.espeak_ng import EspeakVoice, Options, find_program
from shopkeeper.bootstrap import migrate_database, open_shop, seed_shop
from shopkeeper.entry.cli.doctor import check_up
from shopkeeper.entry.http.app import create_app
from shopkeeper.settings import Settings

needs_espeak = pytest.mark.skipif(find_program("") is None, reason="espeak-ng is not installed")


def seconds(sound: bytes) -> float:
    """Written to a pipe, the header's length is a guess: the samples tell."""
    with wave.open(io.BytesIO(sound)) as opened:
        return (len(sound) - 44) / 2 / opened.getframerate()


@needs_espeak
@pytest.mark.parametrize(
    ("language", "text"), [("en", "Added two leather totes."), ("de-DE", "Das macht 90 Euro."), ("ur", "شکریہ"), ("zh", "谢谢")]
)
async def test_a_reply_becomes_sound(language: str, text: str) -> None:
    sound = await EspeakVoice(Options(program=str(find_program("")))).speak(text, language=language)
    assert sound is not None
    assert 0.2 < seconds(sound) < 20


@needs_espeak
async def test_a_text_that_looks_like_an_option_is_a_text() -> None:
    sound = await EspeakVoice(Options(program=str(find_program("")))).speak("--version", language="en")
    assert sound is not None
    assert sound.startswith(b"RIFF")


async def test_a_language_without_a_voice_and_an_empty_text_are_none() -> None:
    voice = EspeakVoice(Options(program="/does/not/exist"))
    assert await voice.speak("hello", language="xx") is None
    assert await voice.speak("  ", language="en") is None
    assert await voice.speak("hello", language="en") is None


async def test_a_program_that_hangs_is_given_up(tmp_path: Path) -> None:
    program = tmp_path / "slow"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    voice = EspeakVoice(Options(program=str(program), within_s=0.3))
    assert await asyncio.wait_for(voice.speak("hello", language="en"), timeout=5) is None


def test_off_means_off_and_what_is_missing_is_said(tmp_path: Path) -> None:
    assert find_program("off") is None
    findings = {found.name: found for found in check_up(Settings(data_dir=tmp_path, spoken_replies="no-such-voice"))}
    assert not findings["voice"].ok
    assert "no-such-voice" in findings["voice"].detail
    assert next(found for found in check_up(Settings(data_dir=tmp_path, spoken_replies="off")) if found.name == "voice").ok


async def test_a_turn_is_spoken_to_whom_it_belongs_only(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, rate_per_minute=0)
    migrate_database(settings)
    async with open_shop(settings, background=False) as shop:
        await seed_shop(settings, shop)
        app = create_app(settings, lambda: open_shop(settings, background=False))
        app.state.shop = shop
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://shop.test") as client:
            opened = (await client.post("/v1/conversations", json={"locale": "de"})).json()
            mine = {"Authorization": f"Bearer {opened['token']}"}
            turns = f"/v1/conversations/{opened['conversation_id']}/turns"
            turn = (await client.post(turns, json={"parts": [{"type": "text", "text": "hallo"}]}, headers=mine)).json()
            address = f"{turns}/{turn['turn_id']}/speech"
            assert (await client.get(address)).status_code == 401
            assert (await client.get(f"{turns}/trn_none/speech", headers=mine)).status_code == 404
            spoken = await client.get(address, headers=mine)
            able = (await client.get("/v1/capabilities")).json()["speech"]
            assert (spoken.status_code, spoken.headers["content-type"]) == (
                (200, "audio/wav") if able else (404, "application/problem+json")
            )
