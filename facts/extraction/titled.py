"""Whether what stands before a name is its own title: "Secretary of State", no "Lawyers for Ms"."""

import re

from facts.extraction.namewords import TITLES

ARTICLE = re.compile(r"(?:The|An?|One|Another|Some|His|Her|Its|Their)\s")
_OF_SEVERAL = re.compile(r"(?P<who>[A-Z][a-z]+s)\s(?:of|for|to|from|with|at|in|near|close|loyal)\b")
_SEVERAL_OF = re.compile(
    r"[A-Z]\w*(?:\s[a-z-]+){0,3}?\s[a-z]+s\s(?:of|for|from|with|to|at|near|around)\s"
)
# "The Speaker of the House Ida Roe"; but "The mother of the bride Ida Roe" may be either's.
HOLDER_OF = re.compile(
    r"(?:[Tt]he\s)?(?:[Dd]eputy\s|[Ff]ormer\s|[Aa]cting\s)?(?:[Ll]eader|[Ss]peaker|[Pp]resident|[Cc]hair"
    r"|[Cc]hairman|[Cc]hairwoman|[Cc]lerk|[Ww]hip|[Hh]ead|[Cc]hief|[Dd]ean)\sof\sthe\s(?:[Oo]pposition"
    r"|[Hh]ouse|[Aa]ssembly|[Ss]enate|[Pp]arliament|[Cc]hamber|[Mm]ajority|[Mm]inority|[Cc]ouncil"
    r"|[Uu]nion|[Pp]arty|[Ff]aculty)\s?$"
)
LED_BY = re.compile(r"\b(?:led|run|[a-z]{2,}ed|written|chosen|sent|built|won|told)\sby\s")


def is_titled(before: str) -> bool:
    """Tell "Secretary of State" and "the head of the union," before a name."""
    if before.rstrip()[-1:] == "," or HOLDER_OF.match(before):
        return True
    several = _OF_SEVERAL.match(before)
    theirs = several and several["who"] not in TITLES  # "Lawyers for Ms"
    if LED_BY.search(before) or _SEVERAL_OF.match(before):
        return False  # "Now a team led by Dr", "Two old friends of Dr"
    return before[:1].isupper() and not (theirs or ARTICLE.match(before))
