"""The desk's figures as a picture for a phone, drawn by matplotlib.

The library is imported when the first picture is drawn: it takes a second that the start of the
program does not have. Figures are made without pyplot, so nothing is shared between threads.
"""

from io import BytesIO
from typing import Any

from bot.views.html import shortened
from bot.views.statistics import Day, Statistics
from bot.views.texts import say

INCHES, DOTS = (6.4, 8.0), 150
LONGEST_LABEL = 25
INK, QUIET, PAPER = "#1b1f24", "#66707a", "#ffffff"
# Told apart by those who see few colours, and in print.
BLUE, AMBER, RED, GREEN = "#2166ac", "#f0b429", "#b2182b", "#1b7f5c"
PARTS = (
    ("answered", ("found", "conflict"), BLUE),
    ("choice", ("choice",), AMBER),
    ("unanswered", ("unknown",), RED),
)
FATES = (("sent", GREEN), ("failed", RED), ("unknown", AMBER))


def picture(found: Statistics) -> bytes:
    """Return a PNG of the figures: the same figures give the same bytes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=INCHES, dpi=DOTS, facecolor=PAPER)
    FigureCanvasAgg(figure)
    first, last = found.days[0].day, found.days[-1].day
    span = say("stats-span", first=f"{first:%-d %b}", last=f"{last:%-d %b %Y}")
    _words(figure, 0.06, 0.95, say("chart-title"), size=19, weight="bold")
    _words(figure, 0.06, 0.915, span, size=13, color=QUIET)
    _words(figure, 0.06, 0.86, say("chart-questions"), size=14, weight="bold")
    _legend(figure, found)
    _questions(figure.add_axes((0.1, 0.56, 0.84, 0.23)), found.days)
    heading = say("chart-topics") if found.by_topic else say("chart-words")
    _words(figure, 0.06, 0.475, heading, size=14, weight="bold")
    _most_asked(figure.add_axes((0.06, 0.21, 0.88, 0.245)), found)
    _words(figure, 0.06, 0.155, say("chart-messages"), size=14, weight="bold")
    _messages(figure, figure.add_axes((0.06, 0.1, 0.88, 0.03)), found)
    drawn = BytesIO()
    figure.savefig(drawn, format="png", metadata={"Software": None})
    return drawn.getvalue()


def _words(place: Any, x: float, y: float, words: str, **look: Any) -> Any:
    """Write words as they are: a dollar sign begins no formula, a lacking letter leaves no box."""
    look = {"size": 12, "color": INK, "va": "center", **look}
    return place.text(x, y, _drawable(words), parse_math=False, **look)


def _drawable(words: str) -> str:
    from matplotlib.font_manager import findfont, get_font

    letters = get_font(findfont("DejaVu Sans")).get_charmap()
    kept = "".join(letter for letter in words if ord(letter) in letters).strip()
    return kept or say("chart-no-letters")


def _questions(axes: Any, days: Any) -> None:
    bottoms = [0] * len(days)
    for _, names, color in PARTS:
        heights = [day.of(*names) for day in days]
        axes.bar(range(len(days)), heights, 0.8, bottoms, color=color)
        bottoms = [low + more for low, more in zip(bottoms, heights, strict=True)]
    _scale(axes, days, max([*bottoms, 1]))


def _scale(axes: Any, days: list[Day], most: int) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set_xlim(-0.6, len(days) - 0.4)
    axes.set_ylim(0, most * 1.08)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    shown = range(len(days) - 1, -1, -max(1, len(days) // 4))
    axes.set_xticks(list(shown), [f"{days[n].day:%-d %b}" for n in shown])
    axes.tick_params(labelsize=12, colors=QUIET, length=0)
    axes.grid(axis="y", color="#e3e7eb")
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)


def _legend(figure: Any, found: Statistics) -> None:
    x = 0.06
    for key, names, color in PARTS:
        _words(figure, x, 0.825, "■", size=13, color=color)
        words = _words(
            figure, x + 0.03, 0.825, f"{found.of(*names)} {say(f'chart-{key}')}", size=11
        )
        x = words.get_window_extent().transformed(figure.transFigure.inverted()).x1 + 0.025


def _most_asked(axes: Any, found: Statistics) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(5, 0)
    most = max((count for _, count in found.most_asked), default=1)
    for place, (name, count) in enumerate(found.most_asked):
        length = 0.46 * count / most
        _words(axes, 0, place + 0.5, shortened(name, LONGEST_LABEL), size=12)
        axes.barh(place + 0.5, length, 0.55, left=0.44, color=BLUE)
        _words(axes, 0.45 + length, place + 0.5, str(count), size=12, weight="bold")
    if not found.most_asked:
        _words(axes, 0, 0.5, say("stats-none"), color=QUIET)


def _messages(figure: Any, axes: Any, found: Statistics) -> None:
    axes.set_axis_off()
    whole = sum(found.messages.values()) or 1
    axes.set_xlim(0, whole)
    left, told = 0, []
    for state, color in FATES:
        count = found.messages.get(state, 0)
        axes.barh(0, count, 1, left=left, color=color)
        left += count
        told.append(say(f"chart-{state}", count=count))
    _words(figure, 0.06, 0.065, " · ".join(told), size=12)
