"""The page of exchanges with the authority: what is asked, by when, the answers, what was handed over."""
