"""How capitalised words and the small words between them are written: the parts of a name."""

import re
from typing import NamedTuple

from facts.reading.wordlist import word_list


def _capitals() -> str:
    points = [*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)]
    return "A-Z" + "".join(chr(p) for p in points if chr(p).isupper())


CAPITAL = f"[{_capitals()}]"
_SHORT = (
    "St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Rev|Hon|Supt|Insp"
    "|Det|Cllr|Cr|Adv|Atty|Barr|Engr|Fr|Br|Rt|Brig|Cmdr|Cdr|Amb|Ven|Pte|Smt|Alh"
    r"|(?:Brig|Lt|Maj)\.-Gen|Lt\.-Col|Sgt\.-Maj"
)
TOKEN = (
    rf"(?:(?:(?:al|el|ul|as|ar|an|ad|ash|d|l)[-’'])?{CAPITAL}[\w’'-]*s['’](?=\s(?:and\s)?{CAPITAL})"
    rf"|(?:(?:al|el|ul|as|ar|an|ad|ash)-|[dl][’']){CAPITAL}[\w’'-]*\w"
    rf"|(?:{CAPITAL}\.){{2,}}|{CAPITAL}\.(?=\s{CAPITAL})|(?:{_SHORT})\.(?=\s{CAPITAL})"
    rf"|{CAPITAL}+&{CAPITAL}+|(?:Jr|Sr)\.(?!\w)|{CAPITAL}[\w’'-]*\w|{CAPITAL}(?![\w.]))"
)
LEADING = (
    r"(?:van der|van den|van de|van|von der|von|de la|de los|de|della|del|di|da|dos|du|ter|bin|ibn"
    r"|van ['’]t)"
)
_NO_DO = "".join(f"(?<!{word} )" for word in ("What", "How", "Why", "When", "Where", "Who"))
WITHIN = (
    rf"(?:{LEADING}|der|den|des|la|le|y|al|el|av|af|zu|zum|zur|vom|ap|ab|ferch|ag|bint"
    r"|binti|bte|ul|ur|ud|abu|e|i|ould|dei|aan|aux|sur|bij"
    rf"|degli|{_NO_DO}do)"
)
_JOIN = r"(?:of the|of|for the|for|and|on|&)"
LINK = rf"(?:{_JOIN}|{WITHIN})"
_IS_LINK = re.compile(rf"{LINK}$")
PARTICLE = re.compile(rf"{WITHIN}$")


# What opens a surname, written with a capital at the head of a sentence.
PARTICLES_TOO = word_list(
    "Dos Das Da De Del Della Di Du Van Von Den Der Ter Al El La Le Bin Ibn Mac"
)


class Part(NamedTuple):
    """A word of a run; `plain` is without a possessive, `end` where the word as written ends.

    `is_link` tells "of", "and", "van" and the like from a capitalised word.
    """

    start: int
    end: int
    text: str
    plain: str
    is_link: bool

    @property
    def last(self) -> int:
        """Where the plain word ends."""
        return self.start + len(self.plain)


def part(start: int, text: str) -> Part:
    """Return one word of a run."""
    if text.endswith(("'s", "’s")):
        plain = text[:-2]
    else:
        plain = text[:-1] if text.endswith(("s'", "s’")) else text
    is_link = (text[0].islower() and bool(_IS_LINK.match(text))) or text == "&"
    return Part(start, start + len(text), text, plain, is_link)
