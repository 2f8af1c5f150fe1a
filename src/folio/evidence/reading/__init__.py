"""Reading what a person wrote, wherever it is: a Markdown file, a page, an entry of a feed."""
