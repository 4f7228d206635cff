"""Documents bundled with the product, word for word, each with a sidecar of what is known."""
