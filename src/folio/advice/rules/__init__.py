"""The rules of advice, by what they look at. None of them knows another."""
