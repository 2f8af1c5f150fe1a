"""Git as the one door to a repository: starting it harmlessly, reaching remotes, taking objects from it."""
