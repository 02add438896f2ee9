"""Settings from a TOML file and the environment, with every fault at once.

    prelude.toml:12: tiers.fast.gate: "sentense" is not one of sentence, line, token

This is the one place that reads the environment: which file (PRELUDE_CONFIG), which port
(PORT), where state and caches are kept (XDG_STATE_HOME, XDG_CACHE_HOME, HOME), and the
platforms' keys, which settings only name. What is returned is complete:
`providers` holds every platform that may be called, with its kind and key variable,
`routes` has a "default", and paths are absolute.

Beside the state lies the overlay of the model table, which `prelude probe` writes. One with faults
is told and ignored, because nothing in it is needed to serve.
"""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from edge.core.clash import Clash
from edge.core.classifier_names import (
    BUILTIN,
    RULES,
    TRAINED_CARD,
    is_file,
    is_folder,
    is_trained,
)
from edge.core.defaults import complete, default_settings, unused_keys
from edge.core.hub_names import is_hub_name
from edge.core.overlay import NO_OVERLAY, Overlay
from edge.core.platforms import Keys, Platform, Secret
from edge.core.settings import ClassifierSettings, KeyPath, LocalModelSettings, Settings
from edge.core.settings_rules import find_clashes, remarks, suggest
from edge.overlay_file import read_overlay
from edge.settings_source import BadSettings, Fault, Override, Source

__all__ = ["BadSettings", "Fault", "Loaded", "load", "read"]

Model = TypeVar("Model", bound=LocalModelSettings)

_MODEL_WORDS = ("builtin", "none")
_PORT = re.compile(r"[0-9]{1,9}\Z")
_VISIBLE_ASCII = re.compile(r"[!-~]+\Z")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and the platforms' keys; `notices` are for the operator to read at start-up.

    `overlay_file` None: nothing says where state is kept. `overlay_faults`: why it is ignored.
    `cache_folder`: for what can be made again; None: nothing says where.
    """

    settings: Settings
    keys: Keys
    notices: tuple[str, ...]
    file: Path | None
    overlay: Overlay = NO_OVERLAY
    overlay_file: Path | None = None
    overlay_faults: tuple[Fault, ...] = ()
    cache_folder: Path | None = None

    def check_overlay(self) -> None:
        """For whoever is asked whether all is well. Raises `BadSettings`."""
        if self.overlay_faults:
            raise BadSettings(self.overlay_faults)


def load(
    path: Path | None,
    environ: Mapping[str, str],
    platforms: Iterable[Platform],
    *,
    host: str | None = None,
    port: int | None = None,
) -> Loaded:
    """The settings of `path`, else of PRELUDE_CONFIG, else the defaults; or `BadSettings`.

    `host` and `port` are what the command line says; for the port, PORT comes next.
    """
    rows = tuple(platforms)
    path = path or _path_from(environ)
    if path is None:
        source = Source()
        settings, notices = default_settings(rows, environ)
    else:
        source = Source.of_file(path)
        settings = _parse(source, rows)
        notices = (*remarks(settings), *unused_keys(settings, rows, environ))
    settings = source.override(settings, _overrides(host, port, environ))
    settings = _with_ledger_path(settings, environ)
    keys, unset, unusable = _find_keys(settings, environ, rows)
    source.check([*find_clashes(settings, rows), *_find_missing_files(settings), *unusable])
    source.raise_faults()
    loaded = Loaded(
        settings,
        keys,
        (*notices, *unset),
        path,
        overlay_file=_overlay_file(environ),
        cache_folder=_cache_folder(environ),
    )
    return _with_overlay(loaded)


def read(text: str, filename: str, platforms: Iterable[Platform]) -> Settings:
    """The settings in `text`; paths in them are relative to the folder of `filename`."""
    rows = tuple(platforms)
    source = Source(filename, text)
    settings = _parse(source, rows)
    source.check([*find_clashes(settings, rows), *_find_missing_files(settings)])
    source.raise_faults()
    return settings


def _parse(source: Source, rows: tuple[Platform, ...]) -> Settings:
    return complete(_with_absolute_paths(source.parse(), source.folder), rows)


# -- the environment ---------------------------------------------------------


def _path_from(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("PRELUDE_CONFIG")
    return Path(named) if named else None


def _overrides(
    host: str | None, port: int | None, environ: Mapping[str, str]
) -> dict[str, Override]:
    overrides: dict[str, Override] = {}
    if host is not None:
        overrides["host"] = Override("--host", host)
    if port is not None:
        overrides["port"] = Override("--port", port)
    elif text := environ.get("PORT"):
        overrides["port"] = Override("PORT", int(text) if _PORT.match(text) else text)
    return overrides


def _with_ledger_path(settings: Settings, environ: Mapping[str, str]) -> Settings:
    """Without a path of its own the ledger is in the state folder; without that there is none."""
    folder = _state_folder(environ)
    if settings.ledger.path is not None or folder is None:
        return settings
    path = os.path.join(folder, "ledger.sqlite")
    return replace(settings, ledger=replace(settings.ledger, path=path))


def _with_overlay(loaded: Loaded) -> Loaded:
    try:
        return replace(loaded, overlay=read_overlay(loaded.overlay_file))
    except BadSettings as error:
        ignored = [f"{fault}; the model overlay is ignored" for fault in error.faults]
        notices = (*loaded.notices, *ignored)
        return replace(loaded, notices=notices, overlay_faults=error.faults)


def _overlay_file(environ: Mapping[str, str]) -> Path | None:
    folder = _state_folder(environ)
    return None if folder is None else Path(folder, "models.toml")


def _state_folder(environ: Mapping[str, str]) -> str | None:
    return _base_folder(environ, "XDG_STATE_HOME", ".local/state")


def _cache_folder(environ: Mapping[str, str]) -> Path | None:
    folder = _base_folder(environ, "XDG_CACHE_HOME", ".cache")
    return None if folder is None else Path(folder)


def _base_folder(environ: Mapping[str, str], variable: str, usual: str) -> str | None:
    """The XDG base directory specification: a relative path in the variable is to be ignored."""
    base, home = environ.get(variable, ""), environ.get("HOME", "")
    if not os.path.isabs(base):
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, usual)
    return os.path.join(base, "prelude")


# -- files and keys ----------------------------------------------------------


def _with_absolute_paths(settings: Settings, folder: Path) -> Settings:
    """Paths in a file are relative to that file: the service may be started from anywhere."""

    def absolute(path: str) -> str:
        return os.path.normpath(folder / os.path.expanduser(path))

    def local(model: Model) -> Model:
        named = model.model in _MODEL_WORDS or is_hub_name(model.model)
        loras = {name: absolute(path) for name, path in model.loras.items()}
        return replace(model, model=model.model if named else absolute(model.model), loras=loras)

    def judging(classifier: ClassifierSettings) -> ClassifierSettings:
        if not (is_folder(classifier.model) or is_file(classifier.model)):
            return classifier
        path = absolute(classifier.model)
        if os.path.isfile(os.path.join(path, TRAINED_CARD)):
            path = os.path.join(path, "model.onnx")
        return replace(classifier, model=path)

    server = settings.server
    certificate = server.tls_cert and absolute(server.tls_cert)
    key = server.tls_key and absolute(server.tls_key)
    others = {name: local(model) for name, model in settings.local.models.items()}
    ledger = settings.ledger.path and absolute(settings.ledger.path)
    providers = {
        name: replace(
            provider,
            ca_file=provider.ca_file and absolute(provider.ca_file),
            key_file=provider.key_file and absolute(provider.key_file),
        )
        for name, provider in settings.providers.items()
    }
    return replace(
        settings,
        server=replace(server, tls_cert=certificate, tls_key=key),
        local=replace(local(settings.local), models=others),
        classifier=judging(settings.classifier),
        providers=providers,
        ledger=replace(settings.ledger, path=ledger),
    )


def _find_missing_files(settings: Settings) -> Iterator[Clash]:
    files: dict[KeyPath, str | None] = {
        ("server", "tls_cert"): settings.server.tls_cert,
        ("server", "tls_key"): settings.server.tls_key,
        **{
            ("providers", name, member): getattr(each, member)
            for name, each in settings.providers.items()
            for member in ("ca_file", "key_file")
        },
    }
    for key, path in files.items():
        if path is not None and not _is_readable(path):
            yield Clash((key,), f"no file that can be read at {path}")
        elif path is not None and key[-1] == "ca_file" and not _holds_certificates(path):
            yield Clash((key,), f"{path} holds no certificates in PEM form")
    yield from _find_missing_models(("local",), settings.local)
    for name, model in settings.local.models.items():
        yield from _find_missing_models(("local", "models", name), model)
    yield from _find_missing_classifier(settings.classifier.model)


def _find_missing_classifier(model: str) -> Iterator[Clash]:
    """What else may be wrong with it shows when it is loaded."""
    key = ("classifier", "model")
    if is_trained(model) and not _is_readable(model):
        yield Clash((key,), f"no file that can be read at {model}")
    elif is_file(model) and not is_trained(model):
        yield from _check_gguf(key, model)
    elif is_folder(model) and not os.path.isdir(model):
        words = " (it may be builtin, rules, local:NAME, a .gguf file, or a directory)"
        hint = suggest(os.path.basename(model), (BUILTIN, RULES))
        yield Clash((key,), f"no directory at {model}{words}{hint}")
    elif is_folder(model):
        if not _is_readable(file := os.path.join(model, "model.onnx")):
            yield Clash((key,), f"{model} has no model.onnx that can be read")
        elif not _is_readable(
            os.path.join(model, "tokenizer.json")
        ):  # labels.json: not all have it
            hint = f"; what `prelude train` made is named by its file: {file}"
            yield Clash((key,), f"{model} has no tokenizer.json that can be read{hint}")


def _find_missing_models(section: KeyPath, local: LocalModelSettings) -> Iterator[Clash]:
    if not (local.model in _MODEL_WORDS or is_hub_name(local.model)):
        yield from _check_gguf((*section, "model"), local.model, near=_MODEL_WORDS)
    for name, path in local.loras.items():
        yield from _check_gguf((*section, "loras", name), path)


def _check_gguf(key: KeyPath, path: str, near: tuple[str, ...] = ()) -> Iterator[Clash]:
    """Whether it claims to be one; what else may be wrong with it shows when it is loaded."""
    if not _is_readable(path):
        words = " (it may be builtin, none, hf:owner/repo/file.gguf, or a .gguf file)"
        hint = f"{words}{suggest(os.path.basename(path), near)}" if near else ""
        yield Clash((key,), f"no file that can be read at {path}{hint}")
    elif not _is_gguf(path):
        yield Clash((key,), f"{path} is not a GGUF file")


def _is_readable(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.R_OK)


def _holds_certificates(path: str) -> bool:
    try:
        ssl.create_default_context(cafile=path)
    except (ssl.SSLError, OSError):
        return False
    return True


def _is_gguf(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(4) == b"GGUF"


def _find_keys(
    settings: Settings, environ: Mapping[str, str], rows: tuple[Platform, ...]
) -> tuple[Keys, list[str], list[Clash]]:
    """The keys, what an operator should know of those that are not set, and what is no key."""
    keys: dict[str, Secret] = {}
    unset: list[str] = []
    unusable: list[Clash] = []
    by_machine = {row.name for row in rows if row.machine_key}
    for name, provider in settings.providers.items():
        if not provider.enabled or provider.api_key_env is None:
            continue
        value = environ.get(provider.api_key_env, "").strip()
        if not value:
            way = (
                "with the machine's own credentials"
                if provider.kind in by_machine
                else "without a key"
            )
            unset.append(f"{provider.api_key_env} is not set: {name} is called {way}")
        elif _VISIBLE_ASCII.match(value):
            keys[name] = Secret(value)
        else:
            # Refused here, because an HTTP library would put it into its error.
            unusable.append(
                Clash(
                    (("providers", name, "api_key_env"), ("providers", name)),
                    f"{provider.api_key_env} holds a space or a character that no key has",
                )
            )
    return keys, unset, unusable
