"""What will look bad in a profile that is right: each rule is one small function, listed in `listed`."""
