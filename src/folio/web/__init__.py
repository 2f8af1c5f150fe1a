"""Asking the web: the one door to HTTP, and what a page says by its own HTML."""
