"""Queries as functions, named by what they find or change."""
