"""Repairs that need no thought, made in the very text of a profile: every other byte stays as it is."""
