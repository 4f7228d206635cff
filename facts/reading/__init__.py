"""Bytes of a file -> documents with their readings: one format a file, read in a limited child."""
