"""Deadlines in the window: their rows, their list, their months."""
