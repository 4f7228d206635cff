"""Documents to facts, question and candidates to an answer: pure functions without I/O."""
