"""What an address shows: something of the person's, or what stands there in its place; and since when."""
