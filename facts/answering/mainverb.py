"""Which of a question's words is its verb, where several may be: "will the library repair cost"."""

from collections.abc import Collection, Sequence

from facts.answering.language import word_set
from facts.answering.lexicon import DETERMINERS

# Words that are hardly ever nouns.
ONLY_VERBS = word_set(
    "agree ask become begin belong bring buy choose come confirm decide deny do eat find forget "
    "get give go grow happen have hear hold include intend join keep know lead learn leave lose "
    "make mean meet need obtain occur pay prevent provide publish put reach receive refuse reject "
    "remain say see sell send serve sing speak stay steal suggest take teach tell think try "
    "understand use want win write"
)


def main_verb(
    words: Sequence[str], names: Collection[int], opening: int, verbs: Sequence[int]
) -> int:
    """Return which of the places `verbs` holds the verb of the phrase that `opening` begins.

    "Does the ground staff union want": after an article, words side by side are nouns up to the
    last, unless one is nothing but a verb.
    """
    if not DETERMINERS.intersection(words[opening + 1 : opening + 2]):
        return verbs[0]
    sure = next((at for at in verbs if words[at] in ONLY_VERBS), None)
    if sure is not None:
        return sure
    last = verbs[0]
    for at in verbs[1:]:
        if any(words[b] in DETERMINERS | {"to"} or b in names for b in range(last, at)):
            break
        last = at
    return last
