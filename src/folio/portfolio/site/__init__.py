"""What a client may see on the site: its view model, and how it is composed from facts."""
