"""New facts weighed against the standing ones: a plan, made before anything changes.

Nothing is merged by similarity. Two passages state one fact only when their words, speaker and
signature are the same; no measure of likeness told reworded pairs from look-alikes with another
number, so likeness never decides: it proposes pairs, and the gates of this package refuse them.
"""
