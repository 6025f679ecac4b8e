"""Kinds that follow values over time, or from one period to another."""
