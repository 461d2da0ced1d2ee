"""Fills issued forms as people would, one module per format; used by examples, tests and benchmarks."""
