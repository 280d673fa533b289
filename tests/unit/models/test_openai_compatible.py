"""The client against an endpoint in this process: what it sends per profile, and what it makes of every answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from fake_endpoint import FakeEndpoint

from shopkeeper.adapters.models.openai_compatible import OpenAICompatible, Options
from shopkeeper.adapters.models.probe import load_reports, probe, save_report
from shopkeeper.adapters.models.profiles import PROFILES, profile_for
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.language_model import (
    Capability,
    ModelDown,
    ModelMessage,
    ModelRefused,
    ModelRequest,
    PicturePart,
    SoundPart,
    Tool,
    ToolCall,
    WordsPart,
)
from shopkeeper.testing.memory.lantern import OPENING
from shopkeeper.testing.models import CourteousModel, ModelEndpoint, Trouble

SCHEMA = {"type": "object", "properties": {"color": {"type": "string"}}}


def client(endpoint: object, profile: str = "vllm", key: str = "") -> OpenAICompatible:
    transport = httpx.ASGITransport(app=endpoint)  # type: ignore[arg-type]
    options = Options(url="http://model.test/v1", model="m", key=key, profile=PROFILES[profile])
    return OpenAICompatible(options, transport=transport)


def request(*parts: object, **more: object) -> ModelRequest:
    return ModelRequest(messages=(ModelMessage(role="user", parts=parts or (WordsPart(text="hi"),)),), use="acts", **more)  # type: ignore[arg-type]


async def test_a_plain_question_and_its_answer() -> None:
    endpoint = FakeEndpoint().say("hello")
    answer = await client(endpoint, key="secret").complete(request(max_tokens=9))
    assert (answer.text, answer.model, answer.usage.total) == ("hello", "fake-1", 10)
    assert endpoint.paths == ["/v1/chat/completions"]
    assert endpoint.headers[0]["authorization"] == "Bearer secret"
    assert endpoint.bodies[0]["messages"] == [{"role": "user", "content": "hi"}]
    assert endpoint.bodies[0]["max_tokens"] == 9


def test_the_key_is_in_no_printout() -> None:
    assert "secret" not in repr(Options(url="http://x", model="m", key="secret"))


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("openai", {"type": "json_schema", "json_schema": {"name": "acts", "schema": SCHEMA, "strict": True}}),
        ("vllm", {"type": "json_schema", "json_schema": {"name": "acts", "schema": SCHEMA, "strict": False}}),
        ("llama.cpp", {"type": "json_object", "schema": SCHEMA}),
        ("qwen", {"type": "json_object"}),
    ],
)
async def test_a_schema_is_asked_for_the_way_the_endpoint_knows(profile: str, expected: object) -> None:
    endpoint = FakeEndpoint().say("{}")
    await client(endpoint, profile).complete(request(schema=SCHEMA))
    assert endpoint.bodies[0]["response_format"] == expected


async def test_profiles_differ_in_fields_only() -> None:
    endpoint = FakeEndpoint().say("x")
    for profile in ("openai", "qwen", "vllm"):
        await client(endpoint, profile).complete(request())
    openai, qwen, vllm = endpoint.bodies
    assert "max_completion_tokens" in openai
    assert "max_tokens" not in openai
    assert qwen["enable_thinking"] is False
    assert vllm["chat_template_kwargs"] == {"enable_thinking": False}


async def test_pictures_and_sounds_travel_as_the_api_has_them() -> None:
    parts = (WordsPart(text="what?"), PicturePart(media_type="image/png", data=b"\x01"), SoundPart(format="wav", data=b"\x02"))
    endpoint = FakeEndpoint().say("x")
    await client(endpoint, "vllm").complete(request(*parts))
    await client(endpoint, "qwen").complete(request(*parts))
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AQ=="}}
    assert endpoint.bodies[0]["messages"][0]["content"] == [
        {"type": "text", "text": "what?"},
        picture,
        {"type": "input_audio", "input_audio": {"data": "Ag==", "format": "wav"}},
    ]
    assert endpoint.bodies[1]["messages"][0]["content"][2]["input_audio"]["data"] == "data:;base64,Ag=="


async def test_tool_calls_come_back_as_the_models_text() -> None:
    call = {"function": {"name": "find_product", "arguments": '{"words": "shoes"}'}}
    endpoint = FakeEndpoint().say({"choices": [{"message": {"content": None, "tool_calls": [call]}}]})
    tool = Tool(name="find_product", description="d", parameters={"type": "object"})
    answer = await client(endpoint).complete(request(tools=(tool,)))
    assert answer.tool_calls == (ToolCall(name="find_product", arguments='{"words": "shoes"}'),)
    assert endpoint.bodies[0]["tools"][0]["function"]["name"] == "find_product"


async def test_a_stream_gives_its_text_in_pieces() -> None:
    endpoint = FakeEndpoint().say("one two three ü")
    pieces = [piece async for piece in client(endpoint).stream(request())]
    assert "".join(pieces) == "one two three ü"
    assert len(pieces) > 2
    assert endpoint.bodies[0]["stream_options"] == {"include_usage": True}


async def test_an_endpoint_that_only_streams_is_gathered() -> None:
    answer = await client(FakeEndpoint().say("gathered"), "qwen-omni").complete(request())
    assert (answer.text, answer.usage.total) == ("gathered", 10)


@pytest.mark.parametrize("status", [408, 429, 500, 503])
async def test_a_passing_trouble_is_down(status: int) -> None:
    with pytest.raises(ModelDown, match=f"http_{status}") as caught:
        await client(FakeEndpoint().say((status, {"retry-after": "3"}))).complete(request())
    assert caught.value.retry_after_s == 3.0


@pytest.mark.parametrize("status", [400, 401, 404, 422])
async def test_a_lasting_trouble_is_refused(status: int) -> None:
    with pytest.raises(ModelRefused, match=f"http_{status}"):
        await client(FakeEndpoint().say((status, {}))).complete(request())


@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b'{"choices": []}', b"[" * 100_000])
async def test_garbage_is_down_not_a_crash(body: bytes) -> None:
    with pytest.raises(ModelDown, match="garbage"):
        await client(FakeEndpoint().say(body)).complete(request())


async def test_a_giant_answer_is_cut_off() -> None:
    with pytest.raises(ModelDown, match="endless"):
        await client(FakeEndpoint().say(b"x" * 1_100_000)).complete(request())


async def test_half_a_stream_is_no_answer() -> None:
    half = b'data: {"choices": [{"delta": {"content": "Half an"}}]}\n\n'
    with pytest.raises(ModelDown, match="cut_off"):
        await client(FakeEndpoint().say(half), "qwen-omni").complete(request())


@pytest.mark.parametrize("profile", ["vllm", "qwen-omni"])
async def test_an_answer_that_ran_out_of_tokens_says_so(profile: str) -> None:
    endpoint = ModelEndpoint(CourteousModel())
    endpoint.trouble = Trouble.CUT_SHORT
    model = OpenAICompatible(Options(url=endpoint.url, model="double", profile=PROFILES[profile]))
    answer = await model.complete(request())
    await model.close()
    endpoint.close()
    assert not answer.is_whole


async def test_an_endless_stream_is_cut_off() -> None:
    with pytest.raises(ModelDown, match="endless"):
        async for _ in client(FakeEndpoint().say("y" * 200_000)).stream(request()):
            pass


async def test_nobody_there_is_down() -> None:
    async def refuse(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no")

    async def wait(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("late")

    for handler, reason in ((refuse, "unreachable"), (wait, "timeout")):
        model = OpenAICompatible(Options(url="http://model.test", model="m"), transport=httpx.MockTransport(handler))
        with pytest.raises(ModelDown, match=reason):
            await model.complete(request())


def test_the_profile_is_told_by_the_address() -> None:
    assert profile_for("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "qwen-plus").name == "qwen"
    assert profile_for("https://dashscope.aliyuncs.com/compatible-mode/v1", "qwen3-omni-flash").name == "qwen-omni"
    assert profile_for("http://127.0.0.1:11434/v1", "qwen2.5").name == "ollama"
    assert profile_for("http://gpu:8000/v1", "m").name == "vllm"
    assert profile_for("http://gpu:8000/v1", "m", "llama.cpp").name == "llama.cpp"
    with pytest.raises(InvalidInput, match="known"):
        profile_for("http://gpu:8000/v1", "m", "nonesuch")


async def test_the_probe_finds_out_and_is_kept(tmp_path: Path) -> None:
    call = {"choices": [{"message": {"content": "", "tool_calls": [{"function": {"name": "find_product", "arguments": "{}"}}]}}]}
    endpoint = FakeEndpoint().say("ok", "one", json.dumps({"color": "blue"}), call, "It is red.", (400, {}), (400, {}))
    report = await probe(client(endpoint), url="http://model.test/v1", profile=PROFILES["vllm"], now=OPENING)
    found = {capability for capability in Capability if report.can(capability)}
    assert found == {Capability.TEXT, Capability.STREAM, Capability.SCHEMA, Capability.TOOLS, Capability.IMAGE}
    assert report.findings[Capability.AUDIO] == "http_400"
    file = tmp_path / "models.json"
    save_report(report, file)
    save_report(report, file)
    (kept,) = load_reports(file)
    assert kept["findings"]["image"] == "yes"  # type: ignore[index]


async def test_a_dead_endpoint_is_asked_once() -> None:
    endpoint = FakeEndpoint().say((500, {}))
    report = await probe(client(endpoint), url="u", profile=PROFILES["vllm"], now=OPENING)
    assert report.findings[Capability.TEXT] == "http_500"
    assert report.findings[Capability.TOOLS] == "not asked"
    assert len(endpoint.bodies) == 1
