"""What is said of a text that a feed lists and that a later run reads."""

LATER = "not read yet; collect again"
