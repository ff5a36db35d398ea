"""The window in which a PDF is chosen, seen and created."""
