"""What one client reads: a pitch of a page or two, and the letter that goes with a résumé."""
