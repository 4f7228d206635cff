"""Calendar arithmetic on whole periods; a result outside the calendar is None."""

import calendar
from datetime import date, timedelta

Period = tuple[date, date]


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return the period of one day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def month_of(year: int, month: int) -> Period | None:
    """Return the period of a month; months outside 1 to 12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter_of(year: int, quarter: int) -> Period | None:
    """Return the period of a quarter; quarters outside 1 to 4 run into other years."""
    return joined(month_of(year, 3 * quarter - 2), month_of(year, 3 * quarter))


def half_year_of(year: int, number: int) -> Period | None:
    """Return the first or second half of a year."""
    first = 1 if number == 1 else 7
    return joined(month_of(year, first), month_of(year, first + 5))


def years(first: int, last: int) -> Period | None:
    """Return the period of whole years."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def week_of(day: date, shift: int) -> Period | None:
    """Return Monday to Sunday of the week `shift` weeks after that of `day`."""
    monday = shifted(day - timedelta(days=day.weekday()) if day.toordinal() > 7 else day, 7 * shift)
    sunday = shifted(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def shifted(day: date, days: int) -> date | None:
    """Return the day `days` after `day`."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def shifted_months(day: date, months: int) -> date | None:
    """Return the day `months` after `day`, or the last one of a shorter month."""
    period = month_of(day.year, day.month + months)
    return period[0].replace(day=min(day.day, period[1].day)) if period else None


def joined(first: Period | None, last: Period | None) -> Period | None:
    """Return the period from the start of one to the end of another."""
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]
