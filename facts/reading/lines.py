"""Lines of plain text -> paragraphs: finds wrapped text and the lines that open a block.

One newline ends a paragraph in one file and only wraps it in another; the rule was measured on
articles and e-mails of both kinds.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_STOPS = (".", "!", "?", ":", ";", '"', "”", ")", "’")
_WHO_CAME = re.compile(
    r"(?:Also\s)?(?:[Pp]resent|Attending|In attendance|Attendees|Attendance|Participants|Apologies"
    r"|Panel(?:lists)?|Members present|Councillors present)\b[^:,.]{0,20}:\s[A-Z][^,;]{2,60}[,;]\s"
)
_MARK = re.compile(
    r"[ \t]*(?:[-*+–—·#•‣⁃∙◦▪▫●○■□◆◇▶►▸▹➢➤➔→⇒»✓✔✗✘❖✦★☆\uf0a7\uf0b7\uf0d8]\.?[ \t]+"
    r"|[•▪●■►➢✓✔\uf0a7\uf0b7\uf0d8](?=\w)|\(?\d{1,3}[.)][ \t]+(?=\S)|\(?[a-hivx]{1,4}\)[ \t]+"
    r"|(?:[IVX]{2,5}\.|[IVX]\.(?=[ \t]+[A-Z]{2,}\b))[ \t]+(?=\S))"
)
_NUMBERED = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2}){1,4}\.?[ \t]+(?=\S)")
_TELLTALE = re.compile(r"[ \t]*\d{1,2}\.\d(?:\.\d{1,2}){0,3}\.?[ \t]+[^\W\d]")
_UNDERLINE = re.compile(r"[ \t]*(?P<mark>[=~^*#+_\"'`.:─═—-])(?P=mark){2,}[ \t]*$")
_COLUMNS = re.compile(r"\S(?:[ \t]*\t[ \t]*| {3,})\S")
_CLOCK = re.compile(
    r"\[?(?:(?:[01]?\d|2[0-3])[.:h][0-5]\d(?::[0-5]\d)?(?:[ \t]?[ap]\.?m\.?)?"
    r"|(?:1[0-2]|0?[1-9])[ \t]?[ap]\.?m\.?)(?:[ \t]+[A-Z]{2,4}\b)?\]?"
    r"(?=[ \t]*$|[ \t]*[-–—:|][ \t]|[ \t]+[A-Z\"“'‘]|(?<=\])[ \t])"
)
_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİĹĽŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽΑ-ΩЀ-ЯԱ-Ֆ"
_LABEL = re.compile(
    r"(?:(?P<asked>[QA])[.:](?=[ \t])|(?:"
    rf"(?P<name>[{_UP}][{_UP}.'’-]+(?: [{_UP}.'’-]{{2,}}| [{_UP}]\.?){{0,5}}"
    rf"|(?:(?:[{_UP}][\w.'’-]*|of|for|and|the|de|van|der|von|bin|al)[ ]){{0,6}}[{_UP}][\w.'’-]*"
    # "Chief engineer Ida Roe:"
    rf"|[{_UP}][a-z-]+(?: [a-z-]+){{1,3}}(?: [{_UP}][\w.'’-]+){{2,3}})"
    r"(?:[ ]\((?:[^()\n]|\([^()\n]{1,40}\)){1,60}\)){0,2}"
    # "Ida Roe, Harbour News:"
    rf"|(?P<titled>[{_UP}][{_UP}.'’-]+(?: [{_UP}.'’-]{{2,}}| [{_UP}]\.?){{1,5}}"
    rf"|(?:[{_UP}][\w.'’-]+ ){{1,3}}[{_UP}][\w.'’-]+), [^:.!?\n]{{2,60}}"
    r"):(?=[ \t]+\S|[ \t]*$))"
)
_SMALLEST_WRAPPED = 5
_WRAPPED_SHARE = 0.6
_SLACK = 12
_FULL_LINE = 55
_NARROWEST, _WIDEST = 25, 100
_MOST_WRAPPED, _LONGEST_SHORT = 2, 60
_FEWEST_RUNNING, _RUNNING_SHARE = 2, 0.3
_WIDEST_SET, _FEWEST_FULL = 84, 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label that opens a line ("OKAFOR (chair):"): the bare name, and all as written."""

    name: str
    words: str
    end: int


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text, wrapped lines joined by a space."""
    groups = _groups(text)
    width = _width(groups)
    wrapped = is_wrapped(groups) or _is_ragged(groups, width) or _is_set(groups, width)
    found: list[str] = []
    for group in groups:
        found += _joined(group, wrapped=wrapped or _plainly_wrapped(group), width=width)
    return found


def unbroken(text: str) -> list[str]:
    """Return the lines that meant breaks cut, those that only wrap a sentence joined again."""
    broken = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    listed = len(broken) > _MOST_WRAPPED and all(map(_is_short, broken))
    found: list[str] = []
    for line in broken:
        if found and not (listed or ends_in_stop(found[-1]) or list_mark(line)):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_SHORT and not ends_in_stop(line)


def has_columns(line: str) -> bool:
    """Tell whether wide gaps cut a line into the cells of a table."""
    gaps = "\t" in line or "   " in line  # looked for first: it is quick
    return gaps and bool(_COLUMNS.search(line.strip()))


def numbers_its_points(all_lines: list[str]) -> bool:
    """Tell whether "2.15" at the start of a line numbers a point there, and is no clock time."""
    return sum(bool(_TELLTALE.match(line)) for line in all_lines) >= 2


def number_mark(line: str) -> str:
    """Return the number that opens a point ("3.2.1"), or nothing."""
    match = _NUMBERED.match(line)
    return match.group() if match else ""


def list_mark(line: str) -> str:
    """Return the list mark that opens `line`, or nothing."""
    match = _MARK.match(line)
    return match.group() if match else ""


def clock_mark(line: str) -> str:
    """Return the clock time that opens `line` ("00.48"), or nothing."""
    match = _CLOCK.match(line)
    return match.group() if match else ""


def label(line: str) -> Label | None:
    """Return the label that opens `line` ("NAME:"), or None; whether it speaks is not known."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match["asked"] or match["name"] or match["titled"]
    return Label(name, match.group().rstrip(":."), match.end())


def ends_in_stop(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing marks left aside.

    "Attending: Ms Ida Roe (Chair), Mr Ivo Banks" does so too: it is no heading.
    """
    stops = line.rstrip("\"”'’)]» ").endswith((".", "!", "?", "…", ":", ";"))
    return stops or bool(_WHO_CAME.match(line))


def is_wrapped(groups: list[list[str]]) -> bool:
    """Tell whether single newlines only wrap the text of the file."""
    inner = [line for group in groups for line in group[:-1]]
    wrapped = [line for line in inner if 55 <= len(line) <= 80 and not line.endswith(_STOPS)]
    return len(inner) >= _SMALLEST_WRAPPED and len(wrapped) >= _WRAPPED_SHARE * len(inner)


def _width(groups: list[list[str]]) -> int:
    """Return how wide the text was set, by its paragraphs of several lines."""
    lengths = [len(line) for group in groups if len(group) > 1 for line in group]
    return max((length for length in lengths if length <= _WIDEST), default=0)


def _is_ragged(groups: list[list[str]], width: int) -> bool:
    # Narrow columns: no line is long, and many break off where a sentence goes on.
    several = [group for group in groups if len(group) > 1]
    if any(len(line) > _WIDEST for group in several for line in group):
        return False
    pairs = [pair for group in several for pair in pairwise(group)]
    least = max(_NARROWEST, 0.6 * width)
    running = sum(_runs_on(a, b, least) for a, b in pairs)
    return running >= max(_FEWEST_RUNNING, _RUNNING_SHARE * len(pairs))


def _is_set(groups: list[list[str]], width: int) -> bool:
    """Tell a text set to one width among lists, headings and signatures: a mail, a report.

    No line is wider, and where a sentence breaks off in a full line, the next one goes on with it:
    mostly in lower case, or the lines are those of a list.
    """
    if not _FULL_LINE <= width <= _WIDEST_SET or any(len(ln) > width for g in groups for ln in g):
        return False
    broken = [
        (line, following)
        for group in groups
        for line, following in pairwise(group)
        if not ends_in_stop(line)
        and len(line) + 1 + len(following.split()[0]) >= width - _SLACK // 2
    ]
    running = sum(_runs_on(line, following, _FULL_LINE) for line, following in broken)
    return running >= max(_FEWEST_FULL, len(broken) // 2)


def _groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _UNDERLINE.match(line):
            if groups[-1]:
                groups[-1:] = [*([groups[-1][:-1]] if groups[-1][:-1] else []), groups[-1][-1:], []]
        elif line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return groups if groups[-1] else groups[:-1]


def _plainly_wrapped(group: list[str]) -> bool:
    # A short file cannot show a habit; a paragraph does, where lines run on in lower case.
    inner = group[:-1]
    running = sum(_runs_on(a, b, 36) for a, b in pairwise(group))
    return running >= 1 and all(36 <= len(line) <= 100 for line in inner)


def _runs_on(line: str, following: str, least: float) -> bool:
    if len(line) < least or ends_in_stop(line):
        return False
    start = following.lstrip()[0]
    return start.islower() or (len(line) >= _FULL_LINE and line[-1].islower() and start.isdigit())


def _joined(group: list[str], *, wrapped: bool, width: int) -> list[str]:
    found: list[list[str]] = []  # joined at the end: a paragraph may be a whole file
    last = ""
    for line in group:
        joins = bool(found) and wrapped and not _opens_block(line, last)
        if joins and not _breaks_early(last, line, width):
            found[-1].append(line.strip())
        else:
            found.append([line.strip()])
        last = line
    return [" ".join(parts) for parts in found]


def _opens_block(line: str, before: str) -> bool:
    start = line.lstrip()
    named = label(start)
    if has_columns(line) or has_columns(before) or start.startswith("+-"):
        return True
    if (start[0] in "-*•‣◦▪●○■|" and list_mark(start + " ")) or (named and named.name.isupper()):
        return True
    opens = list_mark(start) or clock_mark(start) or number_mark(start) or named
    return bool(opens) and (ends_in_stop(before) or bool(list_mark(before.lstrip())))


def _breaks_early(line: str, following: str, width: int) -> bool:
    # The next word would have fitted: the break was meant.
    first = following.split(maxsplit=1)[0]
    runs_on = not ends_in_stop(line) and first[0].islower()
    slack = min(_SLACK, width // 4)
    return len(line) + 1 + len(first) < width - slack and not runs_on
