"""What the law says: pure functions over dated data files."""
