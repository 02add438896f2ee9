"""What settings must make sense as a whole, beyond each key's own type and range.

A `Clash` is refused; a remark is said at start-up. Both are pure: whether a file exists is
for `edge/settings_file.py` to see.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from ipaddress import ip_address
from urllib.parse import urlsplit

from edge.core.clash import Clash
from edge.core.data_rules import kept_days
from edge.core.hub_names import is_hub_name, parse_hub_name
from edge.core.local_names import (
    ENCODER_SPACE,
    NONE,
    engine_settings,
    is_local,
    local_names,
)
from edge.core.local_rules import find_local_clashes
from edge.core.media import KINDS
from edge.core.platforms import VARIABLE_NAME, Platform, split_model
from edge.core.route_names import COMPLETION, ROUTE_NAMES, UNTALKED
from edge.core.settings import (
    DataSettings,
    KeyPath,
    ModelSettings,
    ProviderSettings,
    RouteSettings,
    ServerSettings,
    Settings,
)
from edge.core.strengths import NAMES as STRENGTHS
from edge.core.strengths import Strengths
from edge.core.types import LOCAL, PLANNED
from edge.core.vectors import mixes, space_of

Rows = Mapping[str, Platform]

RESERVED = (LOCAL, *PLANNED)  # model names with a meaning of their own
EASY_PACE = 10  # tokens/s: twice what people read; at less, some would wait for words
SHORT_API_KEY = 16  # characters; a random key of 16 holds about 95 bits

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")
_PROVIDER_NAME = re.compile(r"[A-Za-z0-9._-]+\Z")
_VISIBLE_ASCII = re.compile(r"[!-~]+\Z")  # what a header can carry: keys, model names
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/\s]+\Z")
_HOST_NAME = re.compile(r"[a-z0-9_][a-z0-9._-]*\Z")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")  # RFC 9110, section 5.6.2
_TRANSPORTS_OWN = ("host", "content-length", "transfer-encoding", "connection")


def find_clashes(settings: Settings, platforms: Iterable[Platform]) -> Iterator[Clash]:
    rows = {row.name: row for row in platforms}
    yield from _check_server(settings.server)
    yield from _check_aliases(settings, rows)
    yield from _check_times(settings)
    yield from find_local_clashes(settings.local)
    yield from _check_classifier(settings)
    for name, provider in settings.providers.items():
        yield from _check_provider(name, provider, rows)
        yield from _check_retention(("providers", name, "retention"), provider.retention)
    for name, rule in settings.data.items():
        yield from _check_data(name, rule)
    for name, model in settings.models.items():
        if split_model(name) is None:
            yield Clash(
                (("models", name),),
                f'"{name}" is not of the form provider/model, in quotes: [models."mine/big"]',
            )
        elif reason := _fault_of_model(name, settings, rows, must_be_enabled=False):
            yield Clash((("models", name),), reason)
        elif model.keep_prompts_s and not _keeps_prompts(name, settings, rows):
            key = ("models", name, "keep_prompts_s")
            yield Clash((key,), "this platform keeps no prompts for a price")
        yield from _check_strengths(("models", name, "strengths"), model.strengths)
    yield from _check_strengths(("local", "strengths"), settings.local.strengths)
    for name, local in settings.local.models.items():
        yield from _check_strengths(("local", "models", name, "strengths"), local.strengths)
    yield from _check_flags(settings)
    for name, route in settings.routes.items():
        check = _check_media_route if name in KINDS else _check_route
        if name == COMPLETION:
            check = _check_completion_route
        yield from check(name, route, settings, rows)


def _check_aliases(settings: Settings, rows: Rows) -> Iterator[Clash]:
    for pattern, meant in settings.server.model_aliases.items():
        key: KeyPath = ("server", "model_aliases", pattern)
        if "/" in pattern or is_local(pattern) or pattern in RESERVED:
            yield Clash((key,), f'"{pattern}" has a meaning here: an alias is bare, like claude-*')
        elif is_local(meant) and meant not in local_names(settings.local):
            yield Clash((key,), f'no local model is called "{meant}"')
        elif meant not in PLANNED and not is_local(meant):
            reason = _fault_of_model(meant, settings, rows)
            yield from [Clash((key,), reason)] if reason else []


def _check_classifier(settings: Settings) -> Iterator[Clash]:
    model = settings.classifier.model
    if is_local(model) and model not in (engines := engine_settings(settings.local)):
        has = f"there {'is' if len(engines) == 1 else 'are'} {', '.join(engines) or 'none'}"
        yield Clash((("classifier", "model"),), f"{model} is no local model of its own: {has}")
    if is_hub_name(model) and parse_hub_name(model) is None:
        form = "hf:owner/repo/file.gguf, or that and @revision"
        yield Clash((("classifier", "model"),), f'"{model}" is not of the form {form}')


def is_loopback(host: str) -> bool:
    """Only this machine reaches it. A name that we would have to look up is not taken for it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def remarks(settings: Settings) -> Iterator[str]:
    """What is allowed, and an operator should hear about."""
    if any(len(key) < SHORT_API_KEY for key in settings.server.api_keys):
        yield (f"server.api_keys: a key of fewer than {SHORT_API_KEY} characters can be guessed")
    if 0 < settings.tiers.deep.pace_tokens_per_s < EASY_PACE:
        yield (
            f"tiers.deep.pace_tokens_per_s: at less than {EASY_PACE} a quick reader waits for words"
        )
    if not settings.routes["default"].targets:
        yield "routes.default names no target: the local model answers alone"
    for name, route in settings.routes.items():
        if name not in UNTALKED and route.draft == LOCAL and settings.local.model == "none":
            yield f"routes.{name}: no local model, so no draft"


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "gate"?`, or nothing when nothing known comes near."""
    near = get_close_matches(word.lower(), [str(name) for name in known], n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def dotted(key: KeyPath) -> str:
    """As one would write it in TOML, with `[i]` for the items of a list."""
    text = ""
    for part in key:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if _BARE_KEY.match(part) else json.dumps(part, ensure_ascii=False)
            text += f".{name}" if text else name
    return text


# -- server ------------------------------------------------------------------


def _check_server(server: ServerSettings) -> Iterator[Clash]:
    if not is_loopback(server.host) and not server.api_keys:
        yield Clash(
            (("server", "host"), ("server", "api_keys")),
            f'"{server.host}" is not loopback, so server.api_keys is needed: '
            "whoever reaches this port could spend your keys",
        )
    for index, key in enumerate(server.api_keys):
        if not _VISIBLE_ASCII.match(key):
            yield Clash(
                (("server", "api_keys", index),),
                "a key that no client could send: it may hold visible ASCII characters only",
            )
    for index, origin in enumerate(server.allowed_origins):
        if not _ORIGIN.match(origin):
            yield Clash(
                (("server", "allowed_origins", index),),
                f'"{origin}" is not an origin, like https://app.example.com: no path, no final /',
            )
    for index, host in enumerate(server.allowed_hosts):
        if not _HOST_NAME.match(host):
            yield Clash(
                (("server", "allowed_hosts", index),),
                f'"{host}" is not a host name, like box.example.com: small letters, no port',
            )
    if (server.tls_cert is None) != (server.tls_key is None):
        yield Clash(
            (("server", "tls_cert"), ("server", "tls_key")),
            "tls_cert and tls_key are needed together",
        )


# -- times -------------------------------------------------------------------


def _check_times(settings: Settings) -> Iterator[Clash]:
    """A clock inside another must be able to ring first."""
    fast, deep = settings.tiers.fast, settings.tiers.deep
    deadline = ("tiers", "deep", "deadline_ms")
    total = ("tiers", "deep", "total_ms")
    nested: list[tuple[KeyPath, int, KeyPath, int]] = [
        (("tiers", "fast", "deadline_ms"), fast.deadline_ms, deadline, deep.deadline_ms),
        (("tiers", "deep", "first_text_ms"), deep.first_text_ms, deadline, deep.deadline_ms),
    ]
    for name, model in settings.models.items():
        if model.first_text_ms is not None:
            own = ("models", name, "first_text_ms")
            nested.append((own, model.first_text_ms, deadline, deep.deadline_ms))
    if deep.total_ms:  # 0 is no limit
        for name, route in settings.routes.items():
            own = ("routes", name, "escalate_after_ms")
            nested.append((own, route.escalate_after_ms, total, deep.total_ms))
    replies = settings.replies
    kept = (("replies", "keep_s"), replies.keep_s)
    nested.append((("replies", "grace_s"), replies.grace_s, *kept))
    nested.append((("replies", "join_s"), replies.join_s, *kept))
    for inner, inner_ms, outer, outer_ms in nested:
        if inner_ms > outer_ms:
            reason = f"{dotted(inner)} ({inner_ms}) is more than {dotted(outer)} ({outer_ms})"
            yield Clash((inner, outer), reason)


# -- providers and models ----------------------------------------------------


def _check_provider(name: str, provider: ProviderSettings, rows: Rows) -> Iterator[Clash]:
    section: KeyPath = ("providers", name)
    if name in RESERVED:
        yield Clash((section,), f'"{name}" is a model\'s name already; choose another')
    elif not _PROVIDER_NAME.match(name):
        yield Clash((section,), "a provider's name is of letters, digits and . _ - only")
    row = rows.get(provider.kind)
    if not provider.kind:
        yield Clash(((*section, "kind"), section), f"kind is needed, one of {', '.join(rows)}")
    elif row is None:
        yield Clash(
            ((*section, "kind"),),
            f'"{provider.kind}" is not one of {", ".join(rows)}{suggest(provider.kind, rows)}',
        )
    elif row.base_url is None and provider.base_url is None:
        yield Clash(
            ((*section, "base_url"), section),
            f"base_url is needed: {row.name} has no address of its own",
        )
    elif untold := _untold_part(provider.base_url or row.base_url or "", provider):
        yield Clash(((*section, untold), section), f"{untold} is needed: the address has it in it")
    elif reason := _fault_of_region(provider, row):
        yield Clash(((*section, "region"),), reason)
    if row is not None and provider.background and not row.background:
        key = (*section, "background")
        yield Clash((key,), f"{row.name} makes no replies in the background")
    if provider.base_url is not None and (reason := _fault_of_url(provider.base_url)):
        yield Clash(((*section, "base_url"),), reason)
    if provider.api_key_env is not None and not VARIABLE_NAME.match(provider.api_key_env):
        # What stands there may be the key itself: it is not repeated.
        yield Clash(
            ((*section, "api_key_env"),),
            "not the name of an environment variable (A to Z, 0 to 9 and _); "
            "the key itself is never written here",
        )
    for header, value in provider.headers.items():
        if not _HEADER_NAME.match(header) or not value.isascii():
            yield Clash(((*section, "headers", header),), "not a header that HTTP can carry")
        elif header.lower() in _TRANSPORTS_OWN:
            yield Clash(((*section, "headers", header),), "this header is not for settings to set")


def _check_retention(key: KeyPath, retention: str | None) -> Iterator[Clash]:
    if retention is not None and kept_days(retention) is None:
        yield Clash((key,), f'"{retention}" is neither none nor a number of days, like 30d')


def _check_data(label: str, rule: DataSettings) -> Iterator[Clash]:
    section: KeyPath = ("data", label)
    if not _PROVIDER_NAME.match(label):
        yield Clash((section,), "a data label is of letters, digits and . _ - only")
    if rule == DataSettings():
        yield Clash((section,), "it demands nothing: give regions, compliance or retention")
    yield from _check_retention((*section, "retention"), rule.retention)


def _untold_part(address: str, provider: ProviderSettings) -> str | None:
    for part, value in (("region", provider.region), ("project", provider.project)):
        if f"{{{part}}}" in address and value is None:
            return part
    return None


def _fault_of_region(provider: ProviderSettings, row: Platform) -> str | None:
    region = provider.region
    if region is None or region in row.elsewhere:
        return None
    if not _PROVIDER_NAME.match(region):
        return f'"{region}" is no region: letters, digits and . _ - only'
    is_free = provider.base_url is not None or "{region}" in (row.base_url or "")
    if is_free or not row.elsewhere:
        return None
    return f'"{region}" is not one of {", ".join(row.elsewhere)}{suggest(region, row.elsewhere)}'


def _fault_of_url(url: str) -> str | None:
    """The address is repeated only once it is known to hold no password."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port  # either may raise
    except ValueError:
        return "not a URL"
    if parts.username is not None or parts.password is not None:
        return "a URL with credentials in it; name the key's variable in api_key_env"
    if parts.scheme not in ("http", "https") or not host:
        return f'"{url}" is not an http:// or https:// URL'
    if parts.query or parts.fragment:
        return "a base URL has no ? and no #"
    return None


def _keeps_prompts(name: str, settings: Settings, rows: Rows) -> bool:
    provider = name.partition("/")[0]
    section = settings.providers.get(provider)
    row = rows.get(section.kind if section else provider)
    return row is not None and row.keeps_prompts


def _fault_of_model(
    name: str, settings: Settings, rows: Rows, *, must_be_enabled: bool = True
) -> str | None:
    """Why `provider/model` cannot be called, if it cannot."""
    parts = split_model(name)
    if parts is None or not _VISIBLE_ASCII.match(name):
        return f'"{name}" is not of the form provider/model'
    provider, _ = parts
    section = settings.providers.get(provider)
    if section is not None:
        disabled = must_be_enabled and not section.enabled
        return f"providers.{provider} is not enabled" if disabled else None
    if provider not in rows:
        known = suggest(provider, [*settings.providers, *rows])
        return f'there is no provider "{provider}", here or in the provider table{known}'
    address = rows[provider].base_url
    if address is None:
        return f"{provider} has no address of its own: [providers.{provider}] must give a base_url"
    if untold := _untold_part(address, ProviderSettings()):
        return f"{provider} has a {untold} in its address: [providers.{provider}] must give it"
    return None


def _check_strengths(section: KeyPath, strengths: Strengths) -> Iterator[Clash]:
    for name in strengths:
        if name not in STRENGTHS:
            reason = f'"{name}" is no task, nor "images"{suggest(name, STRENGTHS)}'
            yield Clash(((*section, name),), reason)


def _check_flags(settings: Settings) -> Iterator[Clash]:
    for name, flag in settings.flags.items():
        key: KeyPath = ("flags", name, "route")
        if flag.route == "default" or flag.route in UNTALKED:
            yield Clash((key,), f'"{flag.route}" is a route that is always on')
        elif flag.route not in settings.routes:
            hint = suggest(flag.route, settings.routes)
            yield Clash((key, key[:2]), f"there is no [routes.{flag.route or '...'}]{hint}")


# -- routes ------------------------------------------------------------------


def _check_route(
    name: str, route: RouteSettings, settings: Settings, rows: Rows
) -> Iterator[Clash]:
    section: KeyPath = ("routes", name)
    if name not in (*ROUTE_NAMES, *(flag.route for flag in settings.flags.values())):
        yield Clash(
            (section,),
            f'"{name}" is no task, nothing that is made and no flag\'s route; '
            f"one of {', '.join(ROUTE_NAMES)}{suggest(name, ROUTE_NAMES)}",
        )
    hosted_draft = route.draft != "none" and not is_local(route.draft)
    if is_local(route.draft) and (reason := _fault_of_other_local(route.draft, settings)):
        yield Clash(((*section, "draft"),), reason)
    elif hosted_draft and (reason := _fault_of_model(route.draft, settings, rows)):
        yield Clash(((*section, "draft"),), f"{reason} (or local, or none)")
    elif hosted_draft and route.opening == "frame":
        yield Clash(
            ((*section, "opening"),),
            'a hosted draft cannot be held to forms: "frame" is for the local model',
        )
    for index, target in enumerate(route.targets):
        if reason := _fault_of_target(target, index, route, settings, rows):
            yield Clash(((*section, "targets", index),), reason)
    if not route.targets and settings.local.model == "none":
        yield Clash(
            ((*section, "targets"), section, ("local", "model")),
            "no target and no local model: nobody could answer",
        )


def _check_media_route(
    name: str, route: RouteSettings, settings: Settings, rows: Rows
) -> Iterator[Clash]:
    """Of one that nobody chats through: it has a chain, and nothing else."""
    section: KeyPath = ("routes", name)
    yield from _check_chain_alone(name, route)
    spaces: dict[str, str] = {}
    for index, target in enumerate(route.targets):
        key_path = (*section, "targets", index)
        if target == LOCAL and name == "embedding":
            spaces[target] = ENCODER_SPACE
            if settings.encoder.model == NONE:
                yield Clash((key_path, ("encoder", "model")), "there is no local encoder")
        elif is_local(target) and name != "embedding":
            yield Clash((key_path,), f"the local model is not of the kind {name}")
        elif reason := _fault_of_target(target, index, route, settings, rows):
            yield Clash((key_path,), reason)
        elif (row := _row_of(target, settings, rows)) is not None:
            if name not in row.media:
                yield Clash((key_path,), f"{row.name} is not called for things of the kind {name}")
            given = settings.models.get(target, ModelSettings())
            model_id = given.id or target.partition("/")[2]
            spaces[target] = space_of(model_id, given.vectors)
        elif is_local(target):
            spaces[target] = target
    if name == "embedding" and (reason := mixes(spaces)):
        yield Clash(((*section, "targets"),), reason)


def _check_completion_route(
    name: str, route: RouteSettings, settings: Settings, rows: Rows
) -> Iterator[Clash]:
    yield from _check_chain_alone(name, route)
    for index, target in enumerate(route.targets):
        key_path: KeyPath = ("routes", name, "targets", index)
        if target == LOCAL and settings.local.model != NONE and index == 0:
            continue  # here it may stand alone: it is not what answers when nothing is named
        if reason := _fault_of_target(target, index, route, settings, rows):
            yield Clash((key_path,), reason)
        elif not is_local(target) and (row := _row_of(target, settings, rows)):
            if row.completes:
                continue
            yield Clash((key_path,), f"{row.name} is not called to go on with a text")


def _check_chain_alone(name: str, route: RouteSettings) -> Iterator[Clash]:
    section: KeyPath = ("routes", name)
    for key in RouteSettings.__dataclass_fields__:
        if key != "targets" and getattr(route, key) != getattr(RouteSettings(), key):
            yield Clash(((*section, key),), f"means nothing to a route of the kind {name}")
    if not route.targets:
        yield Clash(((*section, "targets"), section), "it names no target")


def _row_of(target: str, settings: Settings, rows: Rows) -> Platform | None:
    """None: its provider is of no kind, which is told there."""
    provider = target.partition("/")[0]
    section = settings.providers.get(provider)
    return rows.get(provider if section is None else section.kind)


def _fault_of_target(
    target: str, index: int, route: RouteSettings, settings: Settings, rows: Rows
) -> str | None:
    if target == LOCAL:
        return _fault_of_local_target(index, route, settings)
    if target in PLANNED:
        return f'"{target}" is what callers ask for when this route is to choose'
    if target in route.targets[:index]:
        return f'"{target}" is in the list twice'
    if is_local(target):
        return _fault_of_other_local(target, settings)
    return _fault_of_model(target, settings, rows)


def _fault_of_other_local(name: str, settings: Settings) -> str | None:
    known = local_names(settings.local)
    if name == LOCAL or name in known:
        return None
    return f'no model or adapter is called "{name}"{suggest(name, known)}'


def _fault_of_local_target(index: int, route: RouteSettings, settings: Settings) -> str | None:
    if settings.local.model == "none":
        return "there is no local model"
    if len(route.targets) == 1:
        return "with no targets at all the local model answers alone"
    return "the local model comes last by itself; it may also come first" if index else None
