"""Imported once by the process that workers of this machine are forked from: they share the memory of all of it."""

import gc
import os

import folio.cohort.work
import folio.cohort.worker  # noqa: F401 (both are what workers need)

# What a worker has to tell is in its rows; one that is ended while it starts is no news.
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
gc.freeze()
