"""Kinds that follow values over time, or from one moment to another."""
