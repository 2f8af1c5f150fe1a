"""What the page says of the figures: each word that depends on a figure is made from it."""
