"""A whole store in one file that either engine takes back."""
