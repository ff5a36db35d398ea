"""The page of transfers: where each stands, the dated decisions, countries, what the registers imply, assessments."""
