"""Python's search for garbage in circles, kept off what a process holds for as long as it runs."""

import gc

# Objects made between two looks: with Python's own 700 a question is looked through a dozen times
# while it is answered.
COLLECTED_EVERY = 50_000


def spare_what_stays() -> None:
    """Look through what is held now no more, and at the rest rarely: a tenth of a question."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED_EVERY)
