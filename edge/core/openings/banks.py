"""The languages that have a bank of frames: a row each."""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.openings.bank import Bank
from edge.core.openings.english import ENGLISH
from edge.core.openings.french import FRENCH
from edge.core.openings.german import GERMAN
from edge.core.openings.italian import ITALIAN
from edge.core.openings.portuguese import PORTUGUESE
from edge.core.openings.spanish import SPANISH

BANKS: Mapping[str, Bank] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
}
