"""Imported once by the process that workers of this machine are forked from: they share the memory of all of it."""

import gc

import folio.cohort.work
import folio.cohort.worker  # noqa: F401 (both are what workers need)

gc.freeze()
