"""Example years of the collection, from published figures, and the filling of forms by script."""
