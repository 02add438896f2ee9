"""What stands before the words of a target that contradicts the opening.

What was shown cannot be taken back in most protocols, so the reader is told.
"""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = "Correction: "
_CORRECTIONS: Mapping[str, str] = {
    "en": _ENGLISH,
    "de": "Berichtigung: ",
    "es": "Corrección: ",
    "fr": "Correction\u202f: ",
    "it": "Correzione: ",
    "nl": "Correctie: ",
    "pt": "Correção: ",
    "ja": "訂正：",
    "zh": "更正：",
}


def correction_in(language: str) -> str:
    """In the reply's language, else in English."""
    return _CORRECTIONS.get(language, _ENGLISH)
