"""The numbers in a text, each written plainly: "$25,000.00" is 25000."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")


def numbers_said(text: str) -> list[str]:
    return [_plain(number) for number in _NUMBER.findall(text)]


def _plain(number: str) -> str:
    plain = number.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
