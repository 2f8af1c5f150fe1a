"""Arrival estimates from delivery van pings."""
