"""The résumé as a view model: every form of it, from PDF to plain text, is made from the same value."""
