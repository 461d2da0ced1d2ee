"""One file per version; each sets `user_version` to its own number."""
