"""What will be shown: display-ready, no logic left to do."""
