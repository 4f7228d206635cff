"""A surname alone is the one person of the document who has it; of two, nobody's."""

import pytest

from facts.types import Attribution
from tests.facts.extraction.told import facts_of


def who(*paragraphs: str) -> Attribution:
    opening = "Talks on the harbour at Corvane failed on Monday after 14 hours."
    return facts_of(opening, *paragraphs)[-1].attribution


@pytest.mark.parametrize(
    ("full", "short"),
    [
        *(("Olive Green", "Green"), ("Will Young", "Young"), ("Sydney Carver", "Carver")),
        *(("Jordan Pike", "Pike"), ("Georgia Stone", "Stone"), ("Melody Park", "Park")),
        *(
            ("Xiomara Quispe Mamani", "Quispe"),
            ("Jan de Boer", "De Boer"),
        ),
    ],
)
def test_who_spoke_under_the_full_name_speaks_under_the_surname(full: str, short: str) -> None:
    found = who(f'"The ice is thin," said {full}.', f"According to {short}, nobody listens.")
    assert (found.speaker, found.sure) == (full, True)


@pytest.mark.parametrize(
    ("full", "short"),
    [("Park Ji-soo", "Park"), ("Dean Marsh", "Marsh"), ("Mark Bishop", "Bishop")],
)
def test_who_was_named_in_full_speaks_under_the_surname(full: str, short: str) -> None:
    found = who(f"{full}, a nurse, was in Sorn on Monday.", f"{short} said the ice was thin.")
    assert (found.speaker, found.sure) == (full, True)


def test_a_surname_of_two_is_nobodys() -> None:
    assert not who("Ida Roe and her brother Jon Roe live in Sorn.", "Roe said it was cold.").sure


@pytest.mark.parametrize(("title", "name"), [("Mr", "Jon Roe"), ("Mrs", "Ida Roe")])
def test_a_title_tells_which_of_two_it_is(title: str, name: str) -> None:
    found = who("Ida Roe and her brother Jon Roe live in Sorn.", f"{title} Roe said it was cold.")
    assert (found.speaker, found.sure) == (name, True)


@pytest.mark.parametrize("title", ["Lady", "President", "Senator", "Mayor", "Baroness"])
def test_a_title_before_a_surname_that_is_a_word_is_left_out(title: str) -> None:
    found = who("Helen Mills came to Sorn.", f"{title} Mills said it was cold.")
    assert (found.speaker, found.sure) == ("Helen Mills", True)


def test_he_of_two_of_one_surname_is_nobodys() -> None:
    told = "Aurelio Roe died on 2 June. His son, Felix Roe, was with him."
    assert not who(told, 'Dr. Roe was shy. "I like plankton," he said in 1991.').sure


def test_who_is_told_of_before_a_quotation_says_it() -> None:
    before = "Ida Roe said rents were high. She thanked Mr Jon Arke for his work."
    text = 'Her colleague Ben Tull voted against it. "Five is not enough," he said.'
    assert who(before, text).speaker == "Ben Tull"


@pytest.mark.parametrize(
    ("office", "name"), [("Chair", "H. Lowe"), ("Clerk", "T. Brook"), ("Head", "M. Finn")]
)
def test_an_office_in_brackets_is_held_by_who_stands_before_it(office: str, name: str) -> None:
    present = "Mrs H. Lowe (Chair), Mr D. Patel, Dr M. Finn (Head), Ms T. Brook (Clerk) were there."
    found = who(present, f"The {office} noted that training was up to date.")
    assert (found.speaker, found.sure) == (name, True)


def test_a_justice_is_the_judge() -> None:
    told = "Summing up, Mr Justice Harker told the jury that sympathy was no guide."
    assert who(told, "The judge said they should not speculate.").speaker == "Harker"


@pytest.mark.parametrize(
    ("age", "name"), [("33", "Zofia Wrobel"), ("41", "Ida Roe"), ("19", "Petra Lund")]
)
def test_an_age_tells_who_it_is(age: str, name: str) -> None:
    told = "Zofia Wrobel, 33, met Ida Roe (41) in Sorn. Petra Lund, aged 19, came third."
    found = who(told, "Snow fell on the course.", f'"I am tired," the {age}-year-old joked.')
    assert (found.speaker, found.sure) == (name, True)


def test_another_age_is_somebody_else() -> None:
    told = "Zofia Wrobel, 33, won in Sorn."
    assert not who(told, '"I am tired," the 27-year-old joked.').sure


def test_the_bank_is_the_only_one() -> None:
    told = "The Central Bank of Torvia kept its rate. Kroon Securities had expected it."
    found = who(told, "The bank said wages were too high.")
    assert (found.speaker, found.sure) == ("Central Bank of Torvia", True)
