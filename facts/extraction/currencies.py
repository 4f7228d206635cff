"""How sums of money are written: signs, codes of three letters, and the short forms of countries.

The codes are those of ISO 4217 that news use; a short form counts only before a number ("Dh27").
"""

import re

_SIGNS = r"(?-i:[A-Z]{1,3})?\$|(?-i:GH)?[¢₵]|[€£¥₹₽₴₺₩₦₫₱₪₸₡฿]"
_CODES = (
    "AED AUD BDT BHD BRL CAD CHF CNY CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HUF IDR ILS INR"
    " IQD IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN"
    " QAR RMB RON RSD RUB RWF SAR SDR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF"
    " YER ZAR ZMW"
).replace(" ", "|")
_SHORT = r"Kr\.?|kr\.?|Bs\.?|Rs\.?|Dhs?\.?|Dh|Tk\.?|RM|Rp\.?|KSh|Ksh|TSh|Tsh|USh|Ush|Sh\.?"
_SHORT += r"|COP(?!\s?\d\d\b(?![.,]\d|\s?[mb]))"  # "COP30" is a meeting
_SHORT += r"|Fr\.?|SFr\.?|Kč|Ft|Lek"
_LETTERS = "[RKNP]"
# One letter is a sum only with what only sums have: "R61.20", "R38m", "K1,200", "R90 a month".
_LETTER = r"(?<!the )N(?=\d{3,4}\b)"  # "N500", but "the N500" is a road
_LETTER += rf"|{_LETTERS}(?="
_LETTER += r"\d[\d,. ]*(?:[.,]\d{2}\b|,\d{3}|\s?(?:[mb]n?|[mb]illion)\b|\sper\s"
_LETTER += r"|\sa\s(?:day|week|month|year|head|night|piece|kilo|litre|bag|share)\b|\san\shour\b)"
_LETTER += r"|\d{1,3}\s\d{3}\b)"
# Any short form in capitals before millions of nothing else: "KD 16.4 million", "LS 2bn", but
# "gave the WHO 1.2 million doses".
_ANY = (
    r"(?<![Tt]he )\b(?!EU|UN|UK|GDP)[A-Z]{2,3}\s?(?=\d[\d,. ]*\s?(?:[mb]illion|trillion|[mb]n)"
    r"(?:\s?[.,;:)|]|$|\s(?:in|for|from|to|of|on|by|a|per|and|or|was|is|were|are|which|this|last)\b))"
)
CURRENCY = rf"(?:{_SIGNS}|(?-i:{_ANY}|(?:{_CODES})\s?(?=\d)|(?:{_SHORT})\s?(?=\d)|{_LETTER}))"
# That of a sum's own words alone: what follows "R90" of "R90 a month" is not among them.
CURRENCY_OF_SUM = rf"(?:{CURRENCY}|(?-i:{_LETTERS}(?=\d)))"
_MONEY = re.compile(CURRENCY)


def is_currency(text: str, start: int) -> bool:
    """Tell whether a word that looks like a name opens a sum of money ("Rs 3,000", "Dh27")."""
    return bool(_MONEY.match(text, start))
