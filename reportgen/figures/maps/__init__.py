"""Maps: a place with its locator, and areas shaded by value."""
