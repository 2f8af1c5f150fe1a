"""One run in CI: what the service says of it, what a change does to the score and the pages, and how that is told."""
