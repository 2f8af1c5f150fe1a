"""One module per source; each says what it looks at and looks at it."""
