"""What documents say: pages of several markups, headings in several languages, and what stands below them."""
