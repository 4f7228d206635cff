"""Tells Windows-1252 from the other one-byte encodings, which decode as it without an error.

Any Cyrillic, Greek, Polish or Chinese file is "valid" Windows-1252 and would be stored as nonsense.
Text of a western language is told by its letters: nearly all that are not plain belong to one
alphabet, stand alone between plain ones, and no sign stands inside a word.
"""

import re

_ALPHABETS = (
    "äöüßéèàêçáóí",  # German
    "àâæçéèêëîïôœùûüÿñö",  # French
    "áéíñóúüªºç",  # Spanish
    "áâãàçéêíóôõúüªºñ",  # Portuguese
    "àèéìíîòóùúç",  # Italian
    "æøåéèêóòâôàüäö",  # Danish, Norwegian
    "åäöéàüèáæøšž",  # Swedish, Finnish
    "áéíóúýþæöð",  # Icelandic
    "áíóúýæøðé",  # Faroese
    "ëïéèêöüáóíúäçàôû",  # Dutch, Albanian, Afrikaans
    "àçèéíïòóúüñ",  # Catalan
    "õäöüšž",  # Estonian
    "âêîôûïáéë",  # Welsh
)
_RUN = re.compile(r"[^\x00-\x7f\s“”„‘’‚«»–—…•·€£¥©®™°§¶¡¿´¨|]{3,}")
_SIGN_INSIDE = re.compile(r"[^\W\d_]{2}[¡¢£¤¥¦§¨©«¬®¯°±²³¶¸¹»¼½¾¿†‡‰ˆ˜¢]+[^\W\d_]")
_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_RUNS, _RARELY, _ONE_ALPHABET = 0.002, 0.05, 0.93
_LOOKED_AT = 200_000


def is_western(text: str) -> bool:
    """Tell whether `text`, decoded as Windows-1252, can be what its writer wrote."""
    text = text[:_LOOKED_AT]
    words = _WORD.findall(text)
    odd = len(_RUN.findall(text)) + len(_SIGN_INSIDE.findall(text))
    if odd > _MOST_RUNS * len(words):
        return False
    accented = [letter.lower() for word in words for letter in _ACCENTED.findall(word)]
    marked = sum(1 for word in words if not word.isascii())
    if marked <= max(_RARELY * len(words), 1):
        return True  # names of many languages in a text of plain letters
    shares = (sum(1 for letter in accented if letter in known) for known in _ALPHABETS)
    return max(shares) >= _ONE_ALPHABET * len(accented)
