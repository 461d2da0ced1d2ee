"""Model to findings: one rule per file, all listed in `all.CHECKS`."""
