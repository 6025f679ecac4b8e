"""The content stage: a report's YAML in; the `Report`, frozen values that know file, line and column, out."""
