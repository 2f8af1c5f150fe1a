"""A folder to begin with: a profile that explains itself, empty or made of what an account on GitHub shows."""
