"""Checks that others wrote, over a fresh build of every document."""
