"""A reading -> its facts: sentences, context, speakers, moments, figures and names, by rules."""
