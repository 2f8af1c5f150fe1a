"""GitHub: asking it within its limits, reading its answers, and choosing from an account's repositories."""
