"""From forms to findings and figures: pure functions."""
