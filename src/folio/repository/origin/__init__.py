"""Where code comes from: samples of it, and the fingerprints of templates and tutorials."""
