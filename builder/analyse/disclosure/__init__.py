"""Statistical disclosure control: what of the counts about persons the public may see."""
