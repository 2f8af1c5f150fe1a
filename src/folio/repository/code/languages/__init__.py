"""Languages that have no syntax tree here: their code without comments, and what it loads, uses and defines."""
