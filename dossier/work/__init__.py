"""What people do that needs several rooms; the window and the terminal are two thin doors to it."""
