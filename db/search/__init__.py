"""Finding candidates for a question: bounded work, and the same outcome on both engines."""
