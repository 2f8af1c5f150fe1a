"""What code says: Python by its syntax tree, other languages without their comments and strings, SQL by its words."""
