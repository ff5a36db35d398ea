"""The page of balancing tests: every purpose on legitimate interests, and the guided test of one."""
