"""Bodies and people who speak by description: "the Committee", "the hospital", a list's lead-in."""

import pytest

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import Attribution, FactKind
from tests.facts.extraction.told import facts_of

BLOCK = "ASSEMBLY OF NORTH SARN\nStanding Committee on Roads and Public Health\nReport on Bridges\n"
RECOMMENDS = "The Committee recommends that:\n\n(a) every bridge be painted;\n(b) the tolls end.\n"


def last(*paragraphs: str) -> tuple[str | None, bool]:
    found: Attribution = facts_of(*paragraphs)[-1].attribution
    return found.speaker, found.sure


def test_the_committee_of_a_title_block_is_told_by_its_name() -> None:
    found = last(BLOCK, "1. The Committee found that two bridges had rusted.")
    assert found == ("Standing Committee on Roads and Public Health", True)


def test_items_of_a_list_are_told_by_whoever_leads_it() -> None:
    told = facts_of(BLOCK, "1. It rained in May.", RECOMMENDS + "2. It is asked to reply by June.")
    said = {draft.text: draft.attribution.speaker for draft in told}
    body = "Standing Committee on Roads and Public Health"
    assert said["every bridge be painted;"] == said["the tolls end."] == body
    assert said["It is asked to reply by June."] is None


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("Sarn Children's Hospital shut a ward.", "The hospital said it was full.", "Hospital"),
        ("It hangs in the Museum of Old Boats.", "The museum expects 900 guests.", "Museum"),
    ],
)
def test_a_noun_means_the_only_body_it_can(before: str, text: str, speaker: str) -> None:
    found, sure = last(before, text)
    assert found is not None
    assert (speaker in found.split(" "), sure) == (True, True)


def test_a_noun_means_no_body_named_only_later_nor_one_of_two() -> None:
    told = facts_of("The hospital said it was full.", "Ulm General Hospital has 90 beds.")
    assert told[0].attribution.speaker == "The hospital"
    two = "Ulm General Hospital and Tarn Royal Hospital shut wards."
    assert last(two, "The hospital said it was full.")[0] == "The hospital"
    boards = "The Ulm Water Board and the Tarn Harbour Board met."
    assert not last(boards, "The Board said the dam was safe.")[1]


def test_an_office_of_state_speaks_itself_unless_its_holder_is_named() -> None:
    text = "The Auditor-General considered that it was too late."
    assert last("Ida Roe met Jon Arke.", text) == ("Auditor-General", True)
    assert last("Auditor-General Ida Roe met Jon Arke.", text) == ("Ida Roe", True)


PAGE = """<html><head><title>News of the day in Sarn</title></head><body><article>
<h1>News of the day in Sarn</h1><p>The wait for beds in Sarn is longer than it has ever been.</p>
<h2>On the stairs</h2><p>Ida Roe of Sarn has been in pain since the spring of last year.</p>
<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>
<p>"I climb the stairs on my hands and knees," the 68-year-old said.</p>
<p>The ward has been shut since the winter, and nobody knows when it will open.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("caption", "speaker"),
    [
        ("Ida Roe says she was told to wait (Photo: Jon Arke)", "Ida Roe"),
        ("Petra Lund says she was told to wait", None),
    ],
)
def test_a_caption_parts_paragraphs_only_by_somebody_new(caption: str, speaker: str | None) -> None:
    reading = read_here("a.html", PAGE.format(caption=caption).encode())[0].reading
    told = extract(reading)
    shown = next(draft for draft in told if draft.kind is FactKind.CAPTION)
    assert shown.attribution.speaker == caption.split(" says")[0]
    quoted = next(draft for draft in told if "hands" in draft.text)
    assert quoted.attribution.speaker == speaker


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("Prime Minister Ida Roe came on Monday.", "The PM said it was safe.", "Ida Roe"),
        ("Chief executive Ida Roe came on Monday.", "“It holds,” the CEO told farmers.", "Ida Roe"),
        ("Ports Cabinet Secretary Ida Roe came.", "The CS said it was safe.", "Ida Roe"),
    ],
)
def test_a_post_told_by_its_letters_means_who_holds_it(
    before: str, text: str, speaker: str
) -> None:
    assert last(before, text) == (speaker, True)


def test_what_ends_one_name_of_the_text_means_it() -> None:
    told = last("She sang at the Lund Arts Festival.", "The festival said it had sold out.")
    assert told == ("Lund Arts Festival", True)
    both = "She sang at the Lund Arts Festival and the Sarn Folk Festival."
    assert last(both, "The festival said it had sold out.")[0] == "The festival"


def test_two_companies_are_named_before() -> None:
    told = facts_of(
        "Tarn Foods will buy Kip Bakeries.", "It will close in May, the two firms said."
    )
    assert not told[-1].attribution.sure


def test_a_post_that_two_hold_is_nobodys_for_certain() -> None:
    told = facts_of("Lawmakers Ida Roe and Tom Varn, an MP, came.", "The PM said it was safe.")
    assert not told[-1].attribution.sure


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Council strongly condemned the attack of 14 October.", True),
        ("The Council expressed deep concern at the fall of the water.", True),
        ("The Council thanked the people of Merada.", True),
        ("The Council approved a budget of 38 million dinars.", False),
        ("The Council appointed a director for four years.", False),
    ],
)
def test_a_communique_tells_what_its_body_praises_and_regrets(text: str, speaker: bool) -> None:
    body = "Council of Ministers of the Tamba River Commission"
    told = last(f"The {body} (TRC) met in Ossuna on 5 November 2025.", text)
    assert told == (body if speaker else None, True)


@pytest.mark.parametrize("parties", ["Both sides", "The Ministers", "The two delegations"])
def test_parties_of_a_communique_are_told_as_written(parties: str) -> None:
    told = last("Talks were held in Lund.", f"{parties} welcomed the growth of trade.")
    assert told == (parties, True)
