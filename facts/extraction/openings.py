"""Words that open a sentence: a name there, or a mere word with a capital ("Floods swept ...")."""

from facts.answering.language import english_words, is_english
from facts.extraction.givennames import is_given
from facts.extraction.mentions import Mention
from facts.extraction.namewords import GIVEN_TOO
from facts.extraction.places import capitals, cities
from facts.text import fold

_SHORTEST_HALF, _OFTEN = 3, 4e-6
_SURE = 3


def stands_alone(mention: Mention) -> bool:
    """Tell a mention that opens its sentence and may be a mere word there ("Floods swept ...")."""
    if not mention.opens or mention.is_long or mention.weight >= _SURE:
        return False
    return (
        _is_word(fold(mention.text))
        and not _may_be_given(mention.text)
        and mention.text not in cities()
        and mention.text not in capitals()
    )


def _is_word(folded: str) -> bool:
    """Tell an English word, or one made of two ("seagrass")."""
    if is_english(folded):
        return True
    cuts = range(_SHORTEST_HALF, len(folded) - _SHORTEST_HALF + 1)
    return any(_is_frequent(folded[:at]) and _is_frequent(folded[at:]) for at in cuts)


def _is_frequent(folded: str) -> bool:
    return english_words().get(folded, 0.0) > _OFTEN


def _may_be_given(word: str) -> bool:
    return is_given(word) or word in GIVEN_TOO
