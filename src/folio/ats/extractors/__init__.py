"""Extractors of text: one module and one outside library each, all with their settings as they come.

Each has `read(content)`; it runs in a child process with limits, for the document may be anybody's.
"""
