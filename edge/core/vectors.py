"""Vectors of different embedding models are not comparable: a distance between them means nothing,
and no error would ever show it. So one model stands in for another only in the same *space*: where
the platforms call it by the same name, or the settings say so (`models."x/y".vectors`).
"""

from __future__ import annotations

from collections.abc import Mapping


def space_of(model_id: str, given: str | None) -> str:
    """`given` are the settings' `vectors`."""
    return given or model_id


def mixes(spaces: Mapping[str, str]) -> str | None:
    """Why these models, each with its space, cannot stand in for one another; None: they can."""
    first = next(iter(spaces), None)
    for name, space in spaces.items():
        if first is not None and space != spaces[first]:
            return (
                f"the vectors of {name} cannot be compared with those of {first}; if it is the "
                f'same model, say so: models."{name}".vectors = "{spaces[first]}"'
            )
    return None
