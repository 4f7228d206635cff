"""Descriptions that may stand for somebody or some body that the document names."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of

WOMAN = "Doreen Hackett, 81, was making tea when a man broke in."


def who(*paragraphs: str) -> Attribution:
    return facts_of(*paragraphs)[-1].attribution


def shown(*paragraphs: str) -> str | None:
    found = who(*paragraphs)
    return found.speaker if found.sure else None


@pytest.mark.parametrize(
    "subject",
    [
        *("The mum-of-four", "The mother of one", "The star", "The former agent", "The Torvian"),
        *("The Republican", "The Labour peer", "The accused", "The hero"),
        *("The couple", "The brothers", "The pair", "The Kessian official", "The full-back"),
    ],
)
def test_an_epithet_may_be_of_whom_the_text_names(subject: str) -> None:
    named = "Karl Aster, who lives next door, called the police in Torvia."
    assert shown(WOMAN, named, f"{subject} said it was a shock.") is None


@pytest.mark.parametrize(
    "subject", ["The force", "The council", "The port authority", "The study", "The government"]
)
def test_a_body_is_no_epithet(subject: str) -> None:
    assert shown(WOMAN, f"{subject} said it was a shock.") == subject


FIRMS = (
    "Kite Airlines has lost a court case over fog.",
    "Its rival Astra Cars watched the case in Sarn.",
)


@pytest.mark.parametrize(
    "subject", ["The airline", "The company", "The shipping firm", "The group", "The agency"]
)
def test_a_company_among_several_is_not_known(subject: str) -> None:
    assert shown(*FIRMS, f"{subject} said it had handed out blankets.") is None


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("The Ministry of Ports and the Ministry of Roads met in Sarn.", "The ministry"),
        ("The health ministry and the finance ministry met.", "The ministry"),
        ("The weather bureau and the disaster agency met.", "The agency"),
        ("The Orchard Party met the Reform Movement in Sarn.", "The party"),
        ("The Dockers' Federation met the Metal Union in Sarn.", "The union"),
    ],
)
def test_a_body_that_may_be_one_of_those_named_is_not_shown(before: str, subject: str) -> None:
    assert shown(before, f"{subject} said the talks had failed.") is None


@pytest.mark.parametrize("subject", ["The company", "The museum", "The party", "The federation"])
def test_a_body_is_shown_as_written_where_none_is_named(subject: str) -> None:
    told = "Nobody was hurt in Torvia on Monday."
    assert shown(told, f"{subject} said the talks had failed.") == subject


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Norte Hydro Corp.", "Norte Hydro"),
        ("Tarnfield Group", "Tarnfield"),
        ("Ferring Ltd", "Ferring"),
        ("Halvik Energy ASA", "Halvik Energy"),
    ],
)
def test_a_company_is_called_by_its_fullest_name(whole: str, short: str) -> None:
    told = f"The dam of {whole} let out water on Monday."
    assert shown(told, f"{short} denied that anybody had been warned late.") == whole


def test_a_team_is_called_by_its_fullest_name() -> None:
    told = "Cane Garden Royals beat Tarn Rovers by 20 runs on Sunday."
    assert shown(told, "A scan showed no fracture, the Royals announced.") == "Cane Garden Royals"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sub-postmistress", "Joy Lamb"),
        ("Neighbour", "Femi Bright"),
        ("Baroness", "Mills"),
        ("Landlady", "Joy Zorn"),
        ("Boss", "Dean Mallory"),
        ("HRH Igwe", "Nnamdi Obasi"),
    ],
)
def test_what_somebody_is_is_no_part_of_the_name(title: str, name: str) -> None:
    assert shown(f"{title} {name} said they had a hammer.") == name


def test_a_name_that_nothing_else_shows_to_be_a_company_is_the_fullest_one() -> None:
    told = "She declined to comment on a bid for smaller rival Tessel Micro."
    assert shown(told, "Tessel said it was not in talks with anyone.") == "Tessel Micro"


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Minister of Public Utilities", "Shirlene Gittens"),
        ("President of the Hotel and Guest House Association", "Renee Mayers-Clarke"),
        ("Director of Public Prosecutions", "Temwa Zork"),
        ("Secretary of the Tarn Rowing Club", "Temwa Zork"),
        ("Chairman of the Fishers Union", "Anne Grete Lund"),
        ("Minister for Youth and Sport", "Temwa Zork"),
    ],
)
def test_an_office_before_a_name_is_no_part_of_it(office: str, name: str) -> None:
    found = facts_of(f"{office} {name} said the wells were dry.")[0].attribution
    assert (found.speaker, found.role) == (name, office)


@pytest.mark.parametrize(
    "item", ["Welcomed the fall in catches;", "Expressed concern at the heat;", "Agreed to meet;"]
)
def test_the_numbered_points_of_a_communique_are_of_those_who_make_them(item: str) -> None:
    lead = "The Ministers of Water of Arvenia and Belmark met in Sorova on 3 June 2026."
    points = f"1. {item}\n2. Noted the report;\n3. Thanked Arvenia for its work."
    found = facts_of(lead, "The Ministers:", points)
    assert [f.attribution.speaker for f in found[1:]] == ["The Ministers"] * 3


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Tarnfield Bank", "Tarnfield"),
        ("Financial Conduct Board", "FCB"),
        ("Union of Harbour Workers", "UHW"),
    ],
)
def test_a_body_that_speaks_by_a_short_name_is_called_by_its_full_one(
    whole: str, short: str
) -> None:
    told = f"The {whole} has lost a case in the court of Sorn."
    assert shown(told, f"{short} apologised and said it had repaid the money.") == whole


def test_letters_that_spell_two_bodies_stay() -> None:
    told = "The Financial Conduct Board met the Football Clubs Bureau in Sorn."
    assert shown(told, "FCB said it had repaid the money.") == "FCB"


def test_she_is_not_her_teacher_for_certain() -> None:
    told = "When Noor Haddad was nine, her teacher told her that museums were for dead things."
    assert shown(f'{told} "So I stole a beetle," she says.') is None
