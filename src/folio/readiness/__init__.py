"""How ready the person is, by the facts and a rubric."""
