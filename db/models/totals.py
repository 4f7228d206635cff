"""What is left of questions when they are gone: counts of a day, and which weeks were reported."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row


class DayTotalRow(Row):
    """How many questions of a day, long gone, were asked, answered, judged: `name` says which."""

    __tablename__ = "day_total"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class WeeklyReportRow(Row):
    """The report of the seven days before this day was owed to the admins; once a day."""

    __tablename__ = "weekly_report"

    week: Mapped[date] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
