"""What automatic readers get out of a document: its text by several extractors, and its fields by a parser."""
