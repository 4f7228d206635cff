"""What the environment says is read, or refused with a remedy."""

from datetime import time
from pathlib import Path

import pytest

from bot.settings import SettingsWrong, read_settings
from facts.calendar import Days


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # no .env of whoever runs this
    monkeypatch.delenv("REPORT_AT", raising=False)


@pytest.mark.parametrize(
    ("given", "days", "at"),
    [
        (None, Days.MONDAY, time(8)),
        ("Fri 17:30", Days.FRIDAY, time(17, 30)),
        ("wednesday 6:05", Days.WEDNESDAY, time(6, 5)),
    ],
)
def test_moment_of_the_report_is_read(
    given: str | None, days: Days, at: time, monkeypatch: pytest.MonkeyPatch
) -> None:
    if given is not None:
        monkeypatch.setenv("REPORT_AT", given)
    report = read_settings().report
    assert report is not None
    assert (report.days, report.at) == (days, at)


def test_report_can_be_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_AT", "Never")
    assert read_settings().report is None


@pytest.mark.parametrize("given", ["daily 08:00", "Monday", "Monday 25:00", "8:00", "Mo 08:00"])
def test_moment_that_is_none_is_refused_with_its_remedy(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORT_AT", given)
    with pytest.raises(SettingsWrong, match=r"REPORT_AT is wrong .*: give a weekday and an hour"):
        read_settings()
