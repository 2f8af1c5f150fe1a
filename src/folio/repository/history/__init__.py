"""What the commits and tags say: whose they are, on which days they changed something, what was released."""
