from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.authority import Authority
from edge.core.settings import Settings
from edge.settings_file import BadSettings, Fault, Loaded, load, read


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
    Row("anthropic", "ANTHROPIC_API_KEY", "https://api.anthropic.com", "claude"),
    Row("azure", "AZURE_OPENAI_API_KEY", None, None),
)


def faults_of(toml: str) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        read(dedent(toml), "p.toml", PLATFORMS)
    assert str(caught.value) == "\n".join(str(fault) for fault in caught.value.faults)
    return [str(fault) for fault in caught.value.faults]


def write(folder: Path, toml: str | bytes) -> Path:
    path = folder / "p.toml"
    path.write_bytes(toml if isinstance(toml, bytes) else dedent(toml).encode())
    return path


def load_here(path: Path | None, environ: Mapping[str, str] | None = None, **flags: Any) -> Loaded:
    return load(path, environ or {}, PLATFORMS, **flags)


# -- faults ------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_its_line_and_key() -> None:
    assert faults_of(
        """\
        [server]
        port = "80"           # text
        prot = 81

        [tiers.fast]
        gate = "sentense"
        [tiers.deep]
        first_text_ms = 20000
        [cache]
        [providers.mine]
        kind = "opena"
        [models."mine/big"]
        price_in = -0.5
        [routes.default]
        targets = [
          "mine/big",
          "oops",             # no slash
        ]
        strategy = "paralel"
        """
    ) == [
        "p.toml:2: server.port: expected a whole number, got a text",
        'p.toml:3: server.prot: unknown key; did you mean "port"?',
        'p.toml:6: tiers.fast.gate: "sentense" is not one of sentence, line, token',
        (
            "p.toml:8: tiers.deep.first_text_ms: tiers.deep.first_text_ms (20000) is more than "
            "tiers.deep.deadline_ms (15000)"
        ),
        "p.toml:9: cache: not built yet",
        (
            'p.toml:11: providers.mine.kind: "opena" is not one of openai, anthropic, azure; '
            'did you mean "openai"?'
        ),
        'p.toml:13: models."mine/big".price_in: -0.5 is less than 0',
        'p.toml:17: routes.default.targets[1]: "oops" is not of the form provider/model',
        (
            'p.toml:19: routes.default.strategy: "paralel" is not one of auto, preamble, continue, '
            "parallel"
        ),
    ]


def test_the_key_that_is_written_takes_the_blame() -> None:
    assert faults_of("[tiers.deep]\ndeadline_ms = 100\n") == [
        (
            "p.toml:2: tiers.deep.deadline_ms: "
            f"tiers.{inner} is more than tiers.deep.deadline_ms (100)"
        )
        for inner in ("fast.deadline_ms (200)", "deep.first_text_ms (3000)")
    ]


def test_a_value_that_was_refused_is_not_refused_again_for_what_follows_from_it() -> None:
    assert faults_of("server.host = '0.0.0.0'\nserver.api_keys = 'k'") == [
        "p.toml:2: server.api_keys: expected a list, got a text"
    ]
    assert faults_of("providers.mine.kind = 5") == [
        "p.toml:1: providers.mine.kind: expected a text, got a whole number"
    ]


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ("a = 1\nb = \n", "p.toml:2: Invalid value"),
        ("a = 1\n\na = 2\n", "p.toml:3: Cannot overwrite a value"),
        ("[server]\nhost = '''\n\n", "p.toml:4: Expected \"'''\""),
        (
            "[models.mine/big]\n",
            (
                "p.toml:1: Expected ']' at the end of a table declaration; "
                'a name with a slash needs quotes: [models."mine/big"]'
            ),
        ),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(toml: str, fault: str) -> None:
    assert faults_of(toml) == [fault]


@pytest.mark.parametrize("toml", ["a = " + "9" * 5000, "a = " + "[" * 5000, "a = 2026-99-99"])
def test_what_trips_the_parser_is_refused_too(toml: str) -> None:
    (fault,) = faults_of(toml)
    assert fault.startswith("p.toml")


def test_lines_that_end_as_on_windows_are_counted_once(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf[server]\r\n\r\nprot = 1\r\n")
    with pytest.raises(BadSettings, match=r"p\.toml:3: server\.prot"):
        load_here(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(BadSettings) as caught:
            load_here(path)
        (fault,) = caught.value.faults
        assert fault.file == str(path)
        assert fault.reason.startswith("cannot be read: ")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"p\.toml:2: not UTF-8"):
        load_here(write(tmp_path, b"# ok\nx = '\xff'"))
    with pytest.raises(BadSettings, match="not a settings file"):
        load_here(write(tmp_path, b"GGUF" + bytes(2 << 20)))


def test_files_that_settings_name_must_be_there(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
        [server]
        tls_cert = "cert.pem"
        tls_key = "key.pem"
        [local]
        model = "bulitin"
        [providers.openai]
        key_file = "account.json"
        """,
    )
    (tmp_path / "key.pem").touch()
    with pytest.raises(BadSettings) as caught:
        load_here(path)
    assert [(fault.line, fault.key) for fault in caught.value.faults] == [
        (2, "server.tls_cert"),
        (5, "local.model"),
        (7, "providers.openai.key_file"),
    ]
    assert caught.value.faults[1].reason.endswith('did you mean "builtin"?')


def test_a_model_that_is_no_gguf_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "[local]\nmodel = 'p.toml'")
    with pytest.raises(BadSettings, match=r"p\.toml:2: local\.model: .* is not a GGUF file"):
        load_here(path)


def test_a_provider_s_authorities_are_in_a_file_beside_the_settings(tmp_path: Path) -> None:
    path = write(tmp_path, "[providers.openai]\nca_file = 'authority.pem'")
    with pytest.raises(BadSettings, match=r"p\.toml:2: providers\.openai\.ca_file: no file"):
        load_here(path)
    (tmp_path / "authority.pem").write_text("something else")
    with pytest.raises(BadSettings, match=r"authority\.pem holds no certificates in PEM form"):
        load_here(path)
    authority = Authority(tmp_path)
    ca_file = load_here(path).settings.providers["openai"].ca_file
    assert ca_file == str(authority.file)


# -- what a file means -------------------------------------------------------


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "m.gguf").write_bytes(b"GGUF...")
    settings = load_here(write(tmp_path, "local.model = 'm.gguf'")).settings
    assert settings.local.model == str(tmp_path / "m.gguf")


def test_an_empty_file_means_that_the_local_model_answers_alone(tmp_path: Path) -> None:
    loaded = load_here(write(tmp_path, ""), {"OPENAI_API_KEY": "sk-1"})
    assert loaded.settings.routes["default"].targets == ()
    assert loaded.keys == {}
    assert loaded.notices == (
        "routes.default names no target: the local model answers alone",
        "OPENAI_API_KEY is set, and not used: the settings do not name openai",
    )


def test_keys_come_from_the_variables_that_settings_name(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """\
        [providers.mine]
        kind = "openai"
        base_url = "http://127.0.0.1:9000/v1"
        api_key_env = "MINE_KEY"
        [providers.off]
        kind = "openai"
        enabled = false
        [routes.default]
        targets = ["mine/a", "openai/b", "anthropic/c"]
        """,
    )
    loaded = load_here(path, {"MINE_KEY": "secret-1\n", "OPENAI_API_KEY": "secret-2"})
    assert {name: key.reveal() for name, key in loaded.keys.items()} == {
        "mine": "secret-1",
        "openai": "secret-2",
    }
    assert loaded.notices == ("ANTHROPIC_API_KEY is not set: anthropic is called without a key",)
    assert "secret" not in repr(loaded)


def test_who_has_no_key_for_a_platform_that_takes_the_machines_own_is_told_so(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "[routes.default]\ntargets = ['cloud/a']\n")
    row = Row("cloud", "CLOUD_KEY", "https://cloud.test", None, machine_key=True)
    loaded = load(path, {"HOME": "/home/ann"}, (row,))
    (notice,) = loaded.notices
    assert notice == "CLOUD_KEY is not set: cloud is called with the machine's own credentials"


def test_a_key_that_no_header_could_carry_is_refused_and_not_repeated(tmp_path: Path) -> None:
    path = write(tmp_path, "[routes.default]\ntargets = ['openai/a']\n")
    with pytest.raises(BadSettings) as caught:
        load_here(path, {"OPENAI_API_KEY": "secret\nkey"})
    assert "OPENAI_API_KEY holds a space" in str(caught.value)
    assert "secret" not in str(caught.value)


# -- flags and variables -----------------------------------------------------


def test_without_a_file_the_defaults_hold() -> None:
    loaded = load_here(None, {"ANTHROPIC_API_KEY": "a", "PRELUDE_CONFIG": "", "PORT": ""})
    assert loaded.file is None
    assert loaded.settings.routes["default"].targets == ("anthropic/claude",)
    assert loaded.settings.server == Settings().server
    assert loaded.keys["anthropic"].reveal() == "a"


def test_the_flag_wins_over_the_variable_which_wins_over_the_file(tmp_path: Path) -> None:
    named, flagged = tmp_path / "named.toml", tmp_path / "flagged.toml"
    named.write_text("server.port = 1")
    flagged.write_text("server.port = 2")
    environ = {"PRELUDE_CONFIG": str(named)}
    assert load_here(None, environ).settings.server.port == 1
    assert load_here(flagged, environ).settings.server.port == 2
    environ["PORT"] = "3"
    assert load_here(flagged, environ).settings.server.port == 3
    assert load_here(flagged, environ, port=4).settings.server.port == 4


@pytest.mark.parametrize("port", ["http", "-1", "80.0", "65536", "9" * 5000])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(BadSettings, match=r"^PORT: "):
        load_here(None, {"PORT": port})


def test_a_host_given_beyond_loopback_needs_api_keys_too(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r'^--host: "0\.0\.0\.0" is not loopback'):
        load_here(None, host="0.0.0.0")
    path = write(tmp_path, "server.api_keys = []")
    with pytest.raises(BadSettings, match=r"^--host: "):
        load_here(path, host="0.0.0.0")
    path = write(tmp_path, "server.api_keys = ['a-key-that-is-long-enough']")
    assert load_here(path, host="0.0.0.0").settings.server.host == "0.0.0.0"


def test_a_host_given_on_loopback_mends_a_file_that_has_no_api_keys(tmp_path: Path) -> None:
    path = write(tmp_path, "server.host = '0.0.0.0'")
    assert load_here(path, host="127.0.0.1").settings.server.host == "127.0.0.1"


# -- anything at all ---------------------------------------------------------

KEYS = st.sampled_from(
    "server local tiers fast deep providers models routes default mine mine/big host port gate "
    "api_keys targets draft kind base_url api_key_env headers price_in enabled cache sever".split()
) | st.text(max_size=4)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["openai", "mine/big", "local", "0.0.0.0", "http://u:p@x", "", "~", "\0"])
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def to_toml(value: Any) -> str:
    match value:
        case dict():
            pairs = (
                f"{json.dumps(k, ensure_ascii=False)} = {to_toml(v)}" for k, v in value.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[\n" + ",\n".join(to_toml(item) for item in value) + "\n]"
        case float():
            return repr(value) if value == value and abs(value) < 1e300 else "nan"
        case _:
            return json.dumps(value, ensure_ascii=False)


def faults_or_settings(text: str) -> tuple[Fault, ...] | Settings:
    try:
        return read(text, "p.toml", PLATFORMS)
    except BadSettings as error:
        return error.faults


def check_is_read_or_refused(text: str) -> None:
    lines = text.count("\n") + 1
    match faults_or_settings(text):
        case Settings() as settings:
            assert "default" in settings.routes
        case faults:
            assert faults
            assert all(fault.line is None or 1 <= fault.line <= lines for fault in faults)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_table_is_read_or_refused(table: dict[str, Any]) -> None:
    lines = (f"{json.dumps(k, ensure_ascii=False)} = {to_toml(v)}" for k, v in table.items())
    check_is_read_or_refused("\n".join(lines))


@given(st.text() | st.text(alphabet="[]{}=.,\"'#\n\r\t ab1-_"))
@example("\x00")
@example("[server]\r\rport = 1")
def test_any_text_is_read_or_refused(text: str) -> None:
    check_is_read_or_refused(text)


# -- where the ledger is -----------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"XDG_STATE_HOME": "/state", "HOME": "/home/ann"}, "/state/prelude/ledger.sqlite"),
        (
            {"XDG_STATE_HOME": "state", "HOME": "/home/ann"},
            "/home/ann/.local/state/prelude/ledger.sqlite",
        ),
        ({"HOME": "/home/ann"}, "/home/ann/.local/state/prelude/ledger.sqlite"),
        ({}, None),
    ],
)
def test_ledger_is_in_the_state_folder_if_there_is_one(
    environ: Mapping[str, str], path: str | None
) -> None:
    assert load(None, environ, PLATFORMS).settings.ledger.path == path


def test_ledger_named_in_a_file_is_relative_to_it(tmp_path: Path) -> None:
    file = write(tmp_path, "[ledger]\npath = 'spent.sqlite'")
    loaded = load(file, {"XDG_STATE_HOME": "/state"}, PLATFORMS)
    assert loaded.settings.ledger.path == str(tmp_path / "spent.sqlite")


def test_local_models_and_adapters_are_read_with_paths_relative_to_the_file(tmp_path: Path) -> None:
    for name in ("big.gguf", "legal.gguf"):
        (tmp_path / name).write_bytes(b"GGUF")
    toml = """
        [local]
        loras = {legal = "legal.gguf"}
        kv_type = "q8_0"

        [local.models.big]
        model = "big.gguf"
        slots = 2
        loras = {medical = "legal.gguf"}

        [local.models.far]
        model = "hf:owner/repo/file.gguf@main"

        [routes.default]
        draft = "local:legal"
        targets = ["local:big"]
    """
    local = load_here(write(tmp_path, toml)).settings.local
    assert local.loras == {"legal": str(tmp_path / "legal.gguf")}
    assert local.models["big"].model == str(tmp_path / "big.gguf")
    assert local.models["big"].loras == {"medical": str(tmp_path / "legal.gguf")}
    assert (local.models["big"].slots, local.slots, local.kv_type) == (2, 4, "q8_0")
    assert local.models["far"].model == "hf:owner/repo/file.gguf@main"


def test_local_models_that_are_not_there_are_named_and_so_are_routes_to_them() -> None:
    faults = faults_of(
        """
        [local.models.big]
        model = "nowhere.gguf"
        loras = {medical = "nothing.gguf"}

        [routes.default]
        draft = "local:bog"
        targets = ["local:nobody"]
        """
    )
    told = "\n".join(faults)
    assert 'local:bog"; did you mean "local:big"' in told
    assert "local:nobody" in told
    assert "local.models.big.model: no file that can be read" in told
    assert "local.models.big.loras.medical: no file that can be read" in told
