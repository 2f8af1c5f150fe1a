"""Files that say how a project is deployed, each kind by its own rules."""
