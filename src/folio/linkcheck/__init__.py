"""Whether every address on a built site leads somewhere: within the site from its files, elsewhere by asking."""
