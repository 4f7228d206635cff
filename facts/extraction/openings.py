"""Words that open a sentence: a name there, or a mere word with a capital ("Floods swept ...")."""

from facts.answering.language import is_english
from facts.extraction.givennames import is_given
from facts.extraction.mentions import Mention
from facts.extraction.namewords import GIVEN_TOO
from facts.extraction.places import capitals, cities
from facts.text import fold

_SURE = 3


def stands_alone(mention: Mention) -> bool:
    """Tell a mention that opens its sentence and may be a mere word there ("Floods swept ...")."""
    if not mention.opens or mention.is_long or mention.weight >= _SURE:
        return False
    return (
        is_english(fold(mention.text))
        and not _may_be_given(mention.text)
        and mention.text not in cities()
        and mention.text not in capitals()
    )


def _may_be_given(word: str) -> bool:
    return is_given(word) or word in GIVEN_TOO
