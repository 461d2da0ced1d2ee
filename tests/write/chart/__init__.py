"""Charts: shapes, pictures and the words beside them."""
