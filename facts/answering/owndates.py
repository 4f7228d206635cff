"""Which of several figures of a fact the asked date belongs to.

In "1.4 million last year, up from 1.25 million in 2023" the second figure is that of 2023, however
near the first one stands to the other words of the question.
"""

import re
from collections.abc import Sequence

from facts.answering.dates import AskedDate, Fit, fit
from facts.answering.types import Candidate
from facts.types import Granularity, Moment, Span

# At most a unit of two words stands between a figure and a date of its own.
_BETWEEN = re.compile(r"(?: [^\W\d_]+){0,2},? \(?(?:in |during |for |on |at the end of )?(?:the )?")


def of_asked_date(
    asked: Sequence[AskedDate], candidate: Candidate, offered: list[Span]
) -> list[Span]:
    """Return the figures that may be those of the asked dates; all when nothing tells them apart.

    A figure right before another date is that date's, and one right before the asked date its own.
    """
    own = {span: moment for span in offered if (moment := _own_moment(candidate, span))}
    if not asked or not own:
        return offered
    right = [s for s, m in own.items() if any(_is_given(a, m, candidate.text) for a in asked)]
    return right or [span for span in offered if span not in own] or offered


def _own_moment(candidate: Candidate, span: Span) -> Moment | None:
    dated = (m for m in candidate.moments if m.granularity is not Granularity.DURATION)
    after = (m for m in dated if m.start >= span.end)
    return next((m for m in after if _BETWEEN.fullmatch(candidate.text[span.end : m.start])), None)


def _is_given(asked: AskedDate, moment: Moment, text: str) -> bool:
    return fit(asked, (moment,), text) in {Fit.GIVEN, Fit.FINER}
