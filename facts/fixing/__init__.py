"""What a person puts right in a fact as it was understood: never its words.

A fix is told by the words that it concerns, so that it holds for every later reading of the
document: drafts pass through the fixes of their document before they are weighed.
"""
