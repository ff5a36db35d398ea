"""Choosing a ready-made activity: the list of templates, what one would bring, which parts of it are wanted."""
