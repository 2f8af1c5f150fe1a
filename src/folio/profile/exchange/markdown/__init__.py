"""The whole profile as one Markdown document, for the person to paste, to print, or to hand to an assistant."""
