"""What the whole program knows of colour: inks, how the eye sees them, and how a press prints them."""
