"""Reads YAML as a tree of values as they are written, each with its place."""
