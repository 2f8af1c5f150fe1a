"""Whether a machine has what folio needs: one module for each kind of check, and nothing is changed by any."""

from folio.health.examined import examined
from folio.health.finding import Finding, Surroundings

__all__ = ["Finding", "Surroundings", "examined"]
