"""What a table of rows comes to: how scores lie, what most often is missing, and what would help most people."""
