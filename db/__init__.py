"""The fact store: typed rows, queries as functions, search. The only place with SQL."""
