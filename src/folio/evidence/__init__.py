"""What was observed of the world, and what could not be and why."""
