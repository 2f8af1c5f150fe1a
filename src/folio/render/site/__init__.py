"""The portfolio site: a folder of pages for any generator that reads Markdown, and what lies beside the pages."""
