"""The door to site generators: a folder of Markdown becomes a website, once or while it is edited."""
