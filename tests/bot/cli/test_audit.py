"""`briefing audit`: the whole record, as lines or as JSON."""

from tests.bot.cli.conftest import Briefing


def test_record_is_printed_for_people_and_programs(briefing: Briefing) -> None:
    briefing("migrate")
    assert "Nothing" in briefing("audit").out
    assert briefing("alias", "quay = harbour").code == 0
    (told,) = briefing("audit", "--json").lines[-1:]
    assert (told["actor"], told["verb"]) == ("terminal", told["verb"])
    assert "the terminal" in briefing("audit").out
    assert briefing("audit", "--since", "2100-01-01", "--json").out == ""
