"""The languages that have a bank of frames: a row each."""

from __future__ import annotations

from collections.abc import Mapping

from edge.core.openings.bank import Bank
from edge.core.openings.english import ENGLISH

BANKS: Mapping[str, Bank] = {"en": ENGLISH}
