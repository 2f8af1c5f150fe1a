"""What the person says of themselves: claims, never evidence."""
