"""A model file from the Hugging Face Hub: fetched once, and from then on found in its cache.

    python -m local_models.hub hf:owner/repo/file.gguf@revision

It prints lines of JSON: `{"loading": 0.4}` while it loads, and `{"file": "..."}` or
`{"error": "..."}` at the end. A process of its own, because the library is large, blocks, and is
needed for moments.

A file that is in the cache is taken from there and nobody is asked: what serves today serves
tomorrow, online or not. Else its parts are kept beside where it will be, so that the next try goes
on where the last one ended (the library by itself starts anew), and it gets its name only once its
checksum is right. Then the library enters it into its cache, where its other users find it, too.
Where the hub is, who asks, and where the cache is, is the library's to know (HF_ENDPOINT, HF_TOKEN,
HF_HOME).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from edge.core.hub_names import HubName, parse_hub_name
from local_models.model_files import ModelFileError

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")  # the tag of a large file is its checksum
_TOLD_EVERY_S = 1.0
_READ_AT_ONCE = 1 << 20
_VERSION = "2.4.0"  # of huggingface_hub, that this was written for


def fetch(name: str, tell: Callable[[float], None]) -> Path:
    """Where the file is, once it is here; `tell` hears what share of it is. Raises
    `ModelFileError`."""
    wanted = parse_hub_name(name)
    if wanted is None:
        raise ModelFileError(f"{name}: not of the form hf:owner/repo/file.gguf[@revision]")
    try:
        import httpx2  # what the library is made with
        import huggingface_hub as hub  # seconds on a cold disk, and not everyone has it
    except ImportError as error:
        raise ModelFileError(
            f"{name}: needs the package huggingface_hub ({_VERSION}), which is not installed"
        ) from error
    found = hub.try_to_load_from_cache(wanted.repo, wanted.file, revision=wanted.revision)
    if isinstance(found, str):
        return Path(found)
    try:
        _download(wanted, tell)
        return Path(hub.hf_hub_download(wanted.repo, wanted.file, revision=wanted.revision))
    except hub.errors.GatedRepoError as error:
        why = f"{wanted.repo} is gated: accept its terms on its page, and set HF_TOKEN"
        raise ModelFileError(f"{name}: {why}") from error
    except hub.errors.RepositoryNotFoundError as error:
        why = f"there is no {wanted.repo}, or it is private and HF_TOKEN may not read it"
        raise ModelFileError(f"{name}: {why}") from error
    except hub.errors.RevisionNotFoundError as error:
        why = f"{wanted.repo} has no revision {wanted.revision}"
        raise ModelFileError(f"{name}: {why}") from error
    except hub.errors.EntryNotFoundError as error:
        why = f"{wanted.repo} has no file {wanted.file} at {wanted.revision}"
        raise ModelFileError(f"{name}: {why}") from error
    except _Damaged as error:
        raise ModelFileError(f"{name}: {error}") from error
    except (httpx2.HTTPError, OSError) as error:
        raise ModelFileError(_out_of_reach(name, wanted, error)) from error


class _Damaged(Exception):
    """What came is not what was promised."""


def _download(wanted: HubName, tell: Callable[[float], None]) -> None:
    """Into the cache's folder of contents, unless it is there already."""
    from huggingface_hub import constants, get_hf_file_metadata, hf_hub_url
    from huggingface_hub.file_download import http_get, repo_folder_name
    from huggingface_hub.utils._headers import build_hf_headers

    url = hf_hub_url(wanted.repo, wanted.file, revision=wanted.revision)
    facts = get_hf_file_metadata(url)
    if facts.etag is None or facts.size is None:
        raise _Damaged("the hub tells neither its size nor its checksum")
    folder = repo_folder_name(repo_id=wanted.repo, repo_type="model")
    blob = Path(constants.HF_HUB_CACHE, folder, "blobs", facts.etag)
    blob.parent.mkdir(parents=True, exist_ok=True)
    part = blob.with_name(f"{blob.name}.prelude")
    is_theirs = urlsplit(facts.location).netloc == urlsplit(url).netloc
    headers = build_hf_headers() if is_theirs else {}  # a token is for the hub alone
    with part.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # another process may be at it
        if blob.exists():
            return
        here = min(file.tell(), facts.size)
        file.truncate(here)
        with ThreadPoolExecutor(1) as thread:
            loading = thread.submit(
                http_get,
                facts.location,
                file,
                resume_size=here,
                headers=headers,
                expected_size=facts.size,
            )
            _follow(loading, part, facts.size, tell)
        loading.result()
        file.flush()
        _check(part, facts.etag)
        part.rename(blob)


def _follow(loading: Future[None], part: Path, size: int, tell: Callable[[float], None]) -> None:
    told_at = time.monotonic()
    while not loading.done():
        time.sleep(0.1)  # the library tells nobody but a progress bar
        if time.monotonic() - told_at >= _TOLD_EVERY_S:
            told_at = time.monotonic()
            tell(part.stat().st_size / max(1, size))


def _check(part: Path, etag: str) -> None:
    """Removes what is not what it should be: going on from there would mend nothing."""
    if not _SHA256.match(etag):
        return  # a small file's tag is git's, and its size was right
    digest = hashlib.sha256()
    with part.open("rb") as file:
        while data := file.read(_READ_AT_ONCE):
            digest.update(data)
    if digest.hexdigest() != etag:
        part.unlink()
        raise _Damaged(f"what came has the checksum {digest.hexdigest()}, not {etag}")


def _out_of_reach(name: str, wanted: HubName, error: Exception) -> str:
    from huggingface_hub import constants

    command = f"hf download {wanted.repo} {wanted.file} --revision {wanted.revision}"
    return (
        f"{name}: not on this machine, and {constants.ENDPOINT} does not give it "
        f"({type(error).__name__}). What came so far is kept, and the next start goes on from "
        f"there. Or run `{command}` where there is a network and copy {constants.HF_HUB_CACHE}; "
        "or name a .gguf file by its path"
    )


def main() -> int:
    try:
        found = fetch(sys.argv[1], lambda share: _say("loading", share))
    except ModelFileError as error:
        _say("error", str(error))
        return 2
    _say("file", os.fspath(found))
    return 0


def _say(what: str, value: str | float) -> None:
    print(json.dumps({what: value}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
