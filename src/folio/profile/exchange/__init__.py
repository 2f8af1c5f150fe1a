"""A profile in the formats of other tools: one module for each format and direction.

What goes out is what `disclosed` leaves, for it goes to clients; what comes in is `Taken`, in pieces that hold.
"""
