"""A cell's value and its number format -> the words that a person sees in the sheet."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from facts.reading.decode import clean
from facts.reading.pieces import one_line

CellValue = str | bool | int | float | dt.date | dt.time | dt.timedelta | None

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
BUILT_IN |= {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}

_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_SPACING = re.compile(r"[_*].")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_CORE = re.compile(r"[#0?][#0?,.]*|\.[#0?]+")
_MOST_DECIMALS, _MOST_DIGITS = 10, 15


def shown(value: CellValue, code: str | None) -> str:
    """Return a value as its cell shows it; a date is written YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(Decimal(repr(value)), code or "")
    if isinstance(value, dt.datetime):
        day, clock = value.date().isoformat(), _clock(value.time())
        return day if value.time() == dt.time() else f"{day} {clock}"
    if isinstance(value, dt.time):
        return _clock(value)
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value.isoformat() if isinstance(value, dt.date) else one_line(clean(value))


def _clock(time: dt.time) -> str:
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")


def _number(value: Decimal, code: str) -> str:
    if not value.is_finite():
        return ""
    section = _SPACING.sub("", _CURRENCY.sub(r'"\1"', code.partition(";")[0]))
    section = _BRACKETED.sub("", section)
    bare = _LITERAL.sub(lambda match: "\0" * len(match.group()), section)
    core = _CORE.search(bare)
    if core is None or re.search(r"e[+-]|/", bare, re.IGNORECASE):
        return _general(value)
    percent = "%" in bare
    scaled = value * (100 if percent else 1) / 1000 ** _thousands_left_out(core.group())
    before, after = _words(section[: core.start()]), _words(section[core.end() :])
    number = _formatted(abs(scaled), core.group())
    sign = "-" if scaled < 0 and number.strip("0.,") else ""
    return one_line(f"{sign}{before}{number}{after}")


def _words(part: str) -> str:
    return _LITERAL.sub(lambda match: match[1] if match[1] is not None else match[2], part)


def _thousands_left_out(core: str) -> int:
    return len(core) - len(core.rstrip(","))


def _formatted(value: Decimal, core: str) -> str:
    whole, _, fraction = core.rstrip(",").partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(fraction) - len(fraction.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.rstrip(".") if fraction else text


def _general(value: Decimal) -> str:
    digits = max(_MOST_DIGITS - max(value.adjusted() + 1, 0), 0)
    rounded = round(value, min(digits, _MOST_DECIMALS))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
