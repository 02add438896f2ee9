from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from edge.core.settings import (
    DataSettings,
    DeepSettings,
    EncoderSettings,
    FastSettings,
    FlagSettings,
    KeyPath,
    LocalSettings,
    ModelSettings,
    ProviderSettings,
    ReplySettings,
    RouteSettings,
    ServerSettings,
    Settings,
    TierSettings,
)
from edge.core.settings_rules import dotted, find_clashes, is_loopback, remarks, suggest
from edge.core.verdict import Task


class Row(NamedTuple):
    name: str
    key_env: str | None
    base_url: str | None
    chat_model: str | None
    elsewhere: Mapping[str, str] = {}
    background: bool = False
    keeps_prompts: bool = False
    machine_key: bool = False
    media: tuple[str, ...] = ()
    completes: bool = False


PLATFORMS = (
    Row("openai", "OPENAI_API_KEY", "https://api.openai.com/v1", "gpt-5-mini"),
    Row("azure", "AZURE_OPENAI_API_KEY", None, None),
    Row("cloud", None, "https://{region}.cloud.test/{project}", None),
    Row("maker", None, "https://maker.test/v1", None, media=("embedding", "image"), completes=True),
)


PLAIN = Settings()


def make_settings(
    *,
    server: ServerSettings = PLAIN.server,
    local: LocalSettings = PLAIN.local,
    fast: FastSettings = PLAIN.tiers.fast,
    deep: DeepSettings = PLAIN.tiers.deep,
    providers: Mapping[str, ProviderSettings] | None = None,
    models: Mapping[str, ModelSettings] | None = None,
    routes: Mapping[str, RouteSettings] | None = None,
    flags: Mapping[str, FlagSettings] | None = None,
) -> Settings:
    return Settings(
        server=server,
        local=local,
        tiers=TierSettings(fast, deep),
        providers=providers or {},
        models=models or {},
        routes={"default": RouteSettings(), **(routes or {})},
        flags=flags or {},
    )


def clashes_of(settings: Settings) -> list[tuple[KeyPath, str]]:
    return [(clash.keys[0], clash.reason) for clash in find_clashes(settings, PLATFORMS)]


def route(**keys: Any) -> Settings:
    return make_settings(routes={"default": RouteSettings(**keys)})


def provider(name: str = "mine", **keys: Any) -> Settings:
    keys = {"kind": "openai", **keys}
    return make_settings(providers={name: ProviderSettings(**keys)})


def test_the_defaults_make_sense() -> None:
    assert clashes_of(make_settings()) == []


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.0.7", False),
        ("localhost.evil.example", False),
        ("box", False),
        ("", False),
    ],
)
def test_loopback_is_what_only_this_machine_reaches(host: str, answer: bool) -> None:
    assert is_loopback(host) is answer


def test_listening_beyond_loopback_needs_api_keys() -> None:
    (clash,) = find_clashes(make_settings(server=ServerSettings(host="0.0.0.0")), PLATFORMS)
    assert clash.keys == (("server", "host"), ("server", "api_keys"))
    assert '"0.0.0.0" is not loopback, so server.api_keys is needed' in clash.reason
    guarded = ServerSettings(host="0.0.0.0", api_keys=("k" * 32,))
    assert clashes_of(make_settings(server=guarded)) == []


@pytest.mark.parametrize(
    ("server", "key"),
    [
        (ServerSettings(api_keys=("ok", "a b")), ("server", "api_keys", 1)),
        (ServerSettings(api_keys=("clé",)), ("server", "api_keys", 0)),
        (ServerSettings(allowed_origins=("https://a.b/",)), ("server", "allowed_origins", 0)),
        (ServerSettings(allowed_origins=("a.b",)), ("server", "allowed_origins", 0)),
        (ServerSettings(allowed_origins=("*",)), ("server", "allowed_origins", 0)),
        (ServerSettings(allowed_hosts=("https://a.b",)), ("server", "allowed_hosts", 0)),
        (ServerSettings(allowed_hosts=("a.b", "a.b:80")), ("server", "allowed_hosts", 1)),
        (ServerSettings(allowed_hosts=("Box",)), ("server", "allowed_hosts", 0)),
        (ServerSettings(tls_cert="a"), ("server", "tls_cert")),
        (ServerSettings(tls_key="a"), ("server", "tls_cert")),
    ],
)
def test_a_server_that_could_not_serve_as_meant_is_refused(
    server: ServerSettings, key: KeyPath
) -> None:
    ((refused, _),) = clashes_of(make_settings(server=server))
    assert refused == key


def test_an_api_key_is_never_repeated() -> None:
    settings = make_settings(server=ServerSettings(api_keys=("hidden key",)))
    assert "hidden" not in clashes_of(settings)[0][1]
    assert "hidden" not in repr(settings)
    short = make_settings(server=ServerSettings(api_keys=("hidden",)))
    assert all("hidden" not in remark for remark in remarks(short))


def test_a_clock_inside_another_can_ring_first() -> None:
    ((key, reason),) = clashes_of(make_settings(deep=DeepSettings(first_text_ms=20_000)))
    assert key == ("tiers", "deep", "first_text_ms")
    assert reason == "tiers.deep.first_text_ms (20000) is more than tiers.deep.deadline_ms (15000)"
    ((key, _),) = clashes_of(make_settings(fast=FastSettings(deadline_ms=16_000)))
    assert key == ("tiers", "fast", "deadline_ms")
    slow = {"openai/x": ModelSettings(first_text_ms=15_001)}
    ((key, _),) = clashes_of(make_settings(models=slow))
    assert key == ("models", "openai/x", "first_text_ms")
    late = {"code": RouteSettings(escalate_after_ms=2_000)}
    ((key, _),) = clashes_of(make_settings(routes=late, deep=DeepSettings(total_ms=1_000)))
    assert key == ("routes", "code", "escalate_after_ms")


def test_limits_that_are_equal_or_off_are_no_clash() -> None:
    deep = DeepSettings(first_text_ms=15_000, deadline_ms=15_000, total_ms=0)
    assert clashes_of(make_settings(deep=deep)) == []
    assert clashes_of(route(escalate_after_ms=10**6)) == []


@pytest.mark.parametrize(
    ("inner", "replies"),
    [
        ("grace_s", ReplySettings(keep_s=100, grace_s=101, join_s=10)),
        ("join_s", ReplySettings(keep_s=100, grace_s=10, join_s=101)),
    ],
)
def test_what_is_kept_so_briefly_cannot_be_waited_for_so_long(
    inner: str, replies: ReplySettings
) -> None:
    ((key, _),) = clashes_of(replace(make_settings(), replies=replies))
    assert key == ("replies", inner)


@pytest.mark.parametrize("name", ["local", "auto", "prelude", "a/b", "a b", "é", ""])
def test_a_provider_has_a_name_that_models_can_be_named_after(name: str) -> None:
    ((key, _),) = clashes_of(provider(name))
    assert key == ("providers", name)


def test_a_provider_is_of_a_known_kind() -> None:
    ((key, reason),) = clashes_of(provider(kind="opena"))
    assert key == ("providers", "mine", "kind")
    assert reason == '"opena" is not one of openai, azure, cloud, maker; did you mean "openai"?'
    ((_, reason),) = clashes_of(provider(kind=""))
    assert reason == "kind is needed, one of openai, azure, cloud, maker"


def test_a_platform_without_an_address_needs_one() -> None:
    ((key, reason),) = clashes_of(provider(kind="azure"))
    assert key == ("providers", "mine", "base_url")
    assert reason == "base_url is needed: azure has no address of its own"
    assert clashes_of(provider(kind="azure", base_url="https://me.example/openai")) == []


@pytest.mark.parametrize("part", ["region", "project"])
def test_a_platform_needs_the_parts_of_its_address(part: str) -> None:
    told = {"region": "eu-1", "project": "p"}
    assert clashes_of(provider(kind="cloud", **told)) == []
    del told[part]
    ((key, reason),) = clashes_of(provider(kind="cloud", **told))
    assert key == ("providers", "mine", part)
    assert reason == f"{part} is needed: the address has it in it"
    assert clashes_of(provider(kind="cloud", base_url="https://mine.test", **told)) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9000/v1",
        "https://api.example.com",
        "https://api.example.com/v1/",
        "http://[::1]:8",
    ],
)
def test_an_address_is_taken(url: str) -> None:
    assert clashes_of(provider(base_url=url)) == []


@pytest.mark.parametrize(
    "url",
    [
        "api.example.com/v1",
        "ftp://x",
        "https://",
        "http://x:port",
        "http://x:99999",
        "http://[x",
        "https://user:secret@x",
        "https://secret@x",
        "https://x/v1?key=secret",
        "https://x/#secret",
    ],
)
def test_an_address_that_is_none_is_refused_and_tells_no_secret(url: str) -> None:
    ((key, reason),) = clashes_of(provider(base_url=url))
    assert key == ("providers", "mine", "base_url")
    assert "secret" not in reason


@pytest.mark.parametrize("name", ["sk-proj-123", "gsk_0123456789abcdef", "MY KEY", "1KEY", "A="])
def test_a_key_pasted_for_its_variables_name_is_refused_and_not_repeated(name: str) -> None:
    ((key, reason),) = clashes_of(provider(api_key_env=name))
    assert key == ("providers", "mine", "api_key_env")
    assert name not in reason


@pytest.mark.parametrize("header", ["Host", "content-length", "a b", "", "a:", "é"])
def test_headers_are_what_http_can_carry_and_the_transport_leaves_to_us(header: str) -> None:
    ((key, _),) = clashes_of(provider(headers={header: "x"}))
    assert key == ("providers", "mine", "headers", header)


def test_a_headers_value_is_ascii_and_never_repeated() -> None:
    settings = provider(headers={"x-team": "hiddén"})
    ((key, reason),) = clashes_of(settings)
    assert key == ("providers", "mine", "headers", "x-team")
    assert "hidd" not in reason + repr(settings)


def test_a_route_is_named_after_a_task() -> None:
    ((key, reason),) = clashes_of(make_settings(routes={"coed": RouteSettings()}))
    assert key == ("routes", "coed")
    assert reason.endswith('did you mean "code"?')
    assert clashes_of(make_settings(routes={task: RouteSettings() for task in Task})) == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("big", '"big" is not of the form provider/model'),
        ("/big", '"/big" is not of the form provider/model'),
        ("openai/", '"openai/" is not of the form provider/model'),
        ("openai/a b", '"openai/a b" is not of the form provider/model'),
        (
            "opneai/x",
            'there is no provider "opneai", here or in the provider table; did you mean "openai"?',
        ),
        ("azure/x", "azure has no address of its own: [providers.azure] must give a base_url"),
        ("cloud/x", "cloud has a region in its address: [providers.cloud] must give it"),
        ("local", "the local model comes last by itself; it may also come first"),
        ("auto", '"auto" is what callers ask for when this route is to choose'),
    ],
)
def test_a_target_that_nobody_could_call_is_refused(target: str, reason: str) -> None:
    assert clashes_of(route(targets=("openai/ok", target))) == [
        (("routes", "default", "targets", 1), reason)
    ]


def test_the_local_model_may_lead_others_and_only_where_there_is_one() -> None:
    assert clashes_of(route(targets=("local", "openai/ok"))) == []
    assert clashes_of(route(targets=("local",))) == [
        (
            ("routes", "default", "targets", 0),
            "with no targets at all the local model answers alone",
        )
    ]
    settings = replace(route(targets=("local", "openai/ok")), local=LocalSettings(model="none"))
    assert (("routes", "default", "targets", 0), "there is no local model") in clashes_of(settings)


def test_a_target_needs_no_section_when_the_table_knows_its_platform() -> None:
    assert clashes_of(route(targets=("openai/gpt-5-mini", "openai/a/b"))) == []


def test_a_target_is_named_once() -> None:
    ((key, _),) = clashes_of(route(targets=("openai/a", "openai/b", "openai/a")))
    assert key == ("routes", "default", "targets", 2)


def test_a_provider_that_is_not_enabled_is_no_target_but_may_have_models() -> None:
    settings = make_settings(
        providers={"mine": ProviderSettings("openai", enabled=False)},
        models={"mine/x": ModelSettings()},
        routes={"default": RouteSettings(targets=("mine/x",))},
    )
    assert clashes_of(settings) == [
        (("routes", "default", "targets", 0), "providers.mine is not enabled")
    ]


def test_a_draft_is_local_none_or_hosted() -> None:
    for draft in ("local", "none", "openai/small"):
        assert clashes_of(route(draft=draft)) == []
    ((key, reason),) = clashes_of(route(draft="loca"))
    assert key == ("routes", "default", "draft")
    assert reason.endswith("(or local, or none)")


def test_a_hosted_draft_is_held_to_no_forms() -> None:
    ((key, _),) = clashes_of(route(draft="openai/small", opening="frame"))
    assert key == ("routes", "default", "opening")
    assert clashes_of(route(draft="openai/small", opening="model")) == []


def test_somebody_must_be_able_to_answer() -> None:
    nobody = make_settings(local=LocalSettings(model="none"))
    ((_, reason),) = clashes_of(nobody)
    assert reason == "no target and no local model: nobody could answer"


def test_a_models_section_names_a_whole_model_of_a_known_provider() -> None:
    ((key, reason),) = clashes_of(make_settings(models={"mine": ModelSettings()}))
    assert key == ("models", "mine")
    assert '[models."mine/big"]' in reason
    ((key, reason),) = clashes_of(make_settings(models={"what/x": ModelSettings()}))
    assert key == ("models", "what/x")
    assert 'no provider "what"' in reason


def test_an_operator_hears_of_what_is_allowed_but_surprising() -> None:
    settings = make_settings(
        server=ServerSettings(api_keys=("short",)), local=LocalSettings(model="none")
    )
    assert list(remarks(settings)) == [
        "server.api_keys: a key of fewer than 16 characters can be guessed",
        "routes.default names no target: the local model answers alone",
        "routes.default: no local model, so no draft",
    ]
    assert list(remarks(route(targets=("openai/x",)))) == []
    for pace, words in ((0, 0), (9, 1), (10, 0)):
        routes = {"default": RouteSettings(targets=("openai/x",))}
        paced = make_settings(deep=DeepSettings(pace_tokens_per_s=pace), routes=routes)
        assert len(list(remarks(paced))) == words


def test_only_what_is_near_is_suggested() -> None:
    assert suggest("gaet", ("gate", "port")) == '; did you mean "gate"?'
    assert suggest("GATE", ("gate", "port")) == '; did you mean "gate"?'
    assert suggest("zzz", ("gate", "port")) == ""


def test_a_key_is_written_as_in_the_file() -> None:
    assert dotted(("routes", "default", "targets", 0)) == "routes.default.targets[0]"
    assert dotted(("models", "mine/big", "id")) == 'models."mine/big".id'


@pytest.mark.parametrize(
    ("settings", "key", "reason"),
    [
        (
            Settings(data={"regulated": DataSettings()}),
            ("data", "regulated"),
            "it demands nothing: give regions, compliance or retention",
        ),
        (
            Settings(data={"top secret": DataSettings(("eu",))}),
            ("data", "top secret"),
            "a data label is of letters, digits and . _ - only",
        ),
        (
            Settings(data={"regulated": DataSettings(retention="a while")}),
            ("data", "regulated", "retention"),
            '"a while" is neither none nor a number of days, like 30d',
        ),
        (
            provider(retention="a while"),
            ("providers", "mine", "retention"),
            '"a while" is neither none nor a number of days, like 30d',
        ),
    ],
)
def test_rules_on_data_must_mean_something(settings: Settings, key: KeyPath, reason: str) -> None:
    assert clashes_of(settings) == [(key, reason)]


def test_what_only_some_platforms_do_is_refused_of_the_others() -> None:
    able = Row("able", None, "https://able.test/v1", None, background=True, keeps_prompts=True)
    rows = (*PLATFORMS, able)
    for kind, clashes in (("openai", 2), ("able", 0)):
        settings = Settings(
            providers={"mine": ProviderSettings(kind, background=True)},
            models={"mine/big": ModelSettings(keep_prompts_s=60)},
            routes={"default": RouteSettings(targets=("mine/big",))},
        )
        keys = [clash.keys[0] for clash in find_clashes(settings, rows)]
        assert (
            keys
            == [("providers", "mine", "background"), ("models", "mine/big", "keep_prompts_s")][
                :clashes
            ]
        )


# -- what is made in one piece ---------------------------------------------------


def made(kind: str, *targets: str, models: Any = None, **keys: Any) -> list[tuple[KeyPath, str]]:
    routes = {kind: RouteSettings(targets=targets, **keys)}
    return clashes_of(make_settings(models=models, routes=routes))


def test_a_route_of_a_kind_is_a_chain_of_those_who_make_it() -> None:
    assert made("image", "maker/a", "maker/b") == []
    (clash,) = made("image", "maker/a", "openai/b")
    assert clash == (
        ("routes", "image", "targets", 1),
        "openai is not called for things of the kind image",
    )
    (clash,) = made("image", "local")
    assert "local model" in clash[1]
    assert made("embedding", "local") == []
    (clash,) = made("video")
    assert clash == (("routes", "video", "targets"), "it names no target")


def test_a_route_of_completions_is_a_chain_of_those_who_go_on_with_a_text() -> None:
    assert made("completion", "maker/a", "maker/b") == []
    assert made("completion", "local", "maker/a") == []
    assert made("completion", "local") == []
    (clash,) = made("completion", "maker/a", "openai/b")
    assert clash == (
        ("routes", "completion", "targets", 1),
        "openai is not called to go on with a text",
    )
    (clash,) = made("completion", "maker/a", "local")
    assert clash[0] == ("routes", "completion", "targets", 1)
    (clash,) = made("completion", "maker/a", draft="none")
    assert clash[1] == "means nothing to a route of the kind completion"
    (clash,) = made("completion")
    assert clash[1] == "it names no target"


def test_a_route_of_embeddings_keeps_to_one_space() -> None:
    (clash,) = made("embedding", "maker/e3", "maker/bge")
    assert clash[0] == ("routes", "embedding", "targets")
    assert "maker/bge cannot be compared with those of maker/e3" in clash[1]
    same = {"maker/mine": ModelSettings(id="e3"), "maker/yours": ModelSettings(vectors="e3")}
    assert made("embedding", "maker/e3", "maker/mine", "maker/yours", models=same) == []


def test_the_encoder_of_the_box_has_a_space_like_any_other() -> None:
    (clash,) = made("embedding", "local", "maker/e3")
    assert "maker/e3 cannot be compared with those of local" in clash[1]
    same = {"maker/mine": ModelSettings(vectors="all-MiniLM-L6-v2")}
    assert made("embedding", "local", "maker/mine", models=same) == []
    routes = {"embedding": RouteSettings(targets=("local",))}
    settings = make_settings(routes=routes)
    without = replace(settings, encoder=EncoderSettings(model="none"))
    ((key, reason),) = clashes_of(without)
    assert (key, reason) == (("routes", "embedding", "targets", 0), "there is no local encoder")


def test_what_is_chatted_with_means_nothing_to_such_a_route() -> None:
    (clash,) = made("image", "maker/a", draft="none")
    assert clash == (("routes", "image", "draft"), "means nothing to a route of the kind image")


def test_nothing_is_remarked_on_a_missing_draft_where_there_is_none() -> None:
    settings = make_settings(
        local=LocalSettings(model="none"), routes={"image": RouteSettings(targets=("maker/a",))}
    )
    assert not any("routes.image" in remark for remark in remarks(settings))


def test_a_target_whose_provider_is_of_no_kind_is_told_at_the_provider() -> None:
    settings = make_settings(
        providers={"mine": ProviderSettings(kind="no")},
        routes={"image": RouteSettings(targets=("mine/a",))},
    )
    assert [key for key, _ in clashes_of(settings)] == [("providers", "mine", "kind")]


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (make_settings(models={"openai/big": ModelSettings(strengths={"cod": 0.5})}), "models"),
        (make_settings(local=LocalSettings(strengths={"sums": 0.5})), "local"),
    ],
)
def test_strength_is_of_a_task_or_of_images(settings: Settings, key: str) -> None:
    ((path, reason),) = clashes_of(settings)
    assert (path[0], path[-2]) == (key, "strengths")
    assert 'is no task, nor "images"' in reason


def test_flag_may_name_a_route_of_its_own_and_must_name_one_that_is_there() -> None:
    routes = {"default": RouteSettings(), "trial": RouteSettings()}
    flags = {"new": FlagSettings(0.1, "trial")}
    assert clashes_of(make_settings(routes=routes, flags=flags)) == []
    ((key, reason),) = clashes_of(make_settings(flags={"new": FlagSettings(0.1, "trail")}))
    assert (key, reason) == (("flags", "new", "route"), "there is no [routes.trail]")
    ((_, reason),) = clashes_of(make_settings(flags={"new": FlagSettings(0.1, "default")}))
    assert "always on" in reason


@pytest.mark.parametrize(
    ("pattern", "meant", "reason"),
    [
        ("auto", "local", "has a meaning here"),
        ("openai/*", "auto", "has a meaning here"),
        ("claude-*", "local:big", 'no local model is called "local:big"'),
        ("claude-*", "nowhere/big", "nowhere"),
        ("claude-*", "big", "big"),
    ],
)
def test_an_alias_that_means_nobody_is_refused(pattern: str, meant: str, reason: str) -> None:
    server = replace(PLAIN.server, model_aliases={pattern: meant})
    (clash,) = find_clashes(make_settings(server=server), PLATFORMS)
    assert clash.keys[0] == ("server", "model_aliases", pattern)
    assert reason in clash.reason


@pytest.mark.parametrize("meant", ["auto", "local", "openai/gpt-5"])
def test_an_alias_means_whoever_may_be_asked(meant: str) -> None:
    server = replace(PLAIN.server, model_aliases={"claude-*": meant})
    assert list(find_clashes(make_settings(server=server), PLATFORMS)) == []
