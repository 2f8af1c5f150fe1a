"""One module per kind of fact; each is a pure function of the tree (and history) that was read."""
