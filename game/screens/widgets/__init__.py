"""Widgets: what screens are put together from."""
