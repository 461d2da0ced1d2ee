"""Tree to tree: references, typography, two languages side by side."""
