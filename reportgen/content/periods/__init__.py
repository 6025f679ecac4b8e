"""Labels that are periods of time, in any of the ways in which people write them: read as a whole, counted, printed."""
