"""The building blocks of the pages, painted from the tokens."""
