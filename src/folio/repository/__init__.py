"""What one git repository holds, read from its objects and never run."""
