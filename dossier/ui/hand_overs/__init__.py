"""The page of hand-overs: what can be asked of each since."""
