"""Picture files in pixels: how they are made up, how their camera was held, and what of them belongs on a page."""
