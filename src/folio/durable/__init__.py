"""What stays whole whatever happens to a run: files, and folders, when it is killed or the disk is full."""
