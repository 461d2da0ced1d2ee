"""YAML to model; the only package that knows the YAML library."""
