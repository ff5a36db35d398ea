"""The few windows beside the main one, and the system's own for files."""
