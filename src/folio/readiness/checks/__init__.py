"""One module per category; each check is a pure function of the facts."""
