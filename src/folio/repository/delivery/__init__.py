"""How a project is built, run and shipped: commands, what they start, CI systems, deployment files."""
