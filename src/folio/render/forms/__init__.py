"""A résumé in forms other than PDF, each in a module of its own and made from the same view model."""
