"""The page of processors: the contract item by item, the chain below, guarantees, audits, and all as one matrix."""
