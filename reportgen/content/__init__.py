"""The content stage: reads a report's YAML and its tables into a `Report` of frozen values that know their places."""
