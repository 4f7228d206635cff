"""The store's schema, step by step; `db.migrate` runs it from the installed package."""
