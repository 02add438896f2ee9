"""What was found out about hosted models on this machine: an overlay of the model table.

A finding is of a model at an address. It holds under whatever name the settings have the platform,
and no longer once they send the calls elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Probed:
    """One entry. `prefill` None says nothing; the rest is for people."""

    prefill: bool | None = None
    finding: str = ""
    agreed: bool = True
    base_url: str = ""
    probed_at: str = ""
    probe: int = 0


@dataclass(frozen=True, slots=True)
class Overlay:
    """`models` are by `provider/id`: the provider's name in the settings, the platform's own id."""

    models: Mapping[str, Probed] = field(default_factory=dict)

    def prefill(self, provider: str, model_id: str, base_url: str) -> bool | None:
        """None: nothing is known."""
        probed = self.models.get(f"{provider}/{model_id}")
        return probed.prefill if probed and probed.base_url == base_url else None


NO_OVERLAY = Overlay()
