"""Text as people type it in haste: in small letters, and without accents."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")  # Latin ones: other scripts lose letters with their marks


def fold(text: str) -> str:
    """`text` in small letters, its accents gone and its apostrophes straight."""
    small = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("ß", "ss")
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", small))
    return unicodedata.normalize("NFC", plain)
