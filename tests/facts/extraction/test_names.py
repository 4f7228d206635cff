"""What is named: people, bodies, places and works, told apart by the words around them."""

import pytest

from facts.extraction.names import book_of, names
from facts.types import NameKind
from tests.facts.extraction.told import facts_of, named


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The toll rose, said Noor van der Meulen.", {"Noor van der Meulen person"}),
        ("It was written by Tomás Ó Briain.", {"Tomás Ó Briain person"}),
        ("Critics praised J.P. Dunleavy.", {"J.P. Dunleavy person"}),
        ("He met Morwenna ap Rhys.", {"Morwenna ap Rhys person"}),
        ("A vote for Sergi d’Acosta is due.", {"Sergi d’Acosta person"}),
        ("Retired teacher Bernadette St. Onge wept.", {"Bernadette St. Onge person"}),
        ("Crane driver August Berg, 29, left.", {"August Berg person"}),
        ("The new head, Per Kvamme, resigned.", {"Per Kvamme person"}),
        ("Hexora Copper closed lower.", {"Hexora Copper organisation"}),
        ("The firm Orvand AG fell.", {"Orvand AG organisation"}),
        ("The V&A bought it.", {"V&A organisation"}),
        ("The Red Crescent sent tents.", {"Red Crescent organisation"}),
        ("He backed the Farmers' League.", {"Farmers' League organisation"}),
        ("She runs the Growers’ Co-operative.", {"Growers’ Co-operative organisation"}),
        ("Velda Town are second.", {"Velda Town organisation"}),
        ("They work for the Film Archive of Lusk.", {"Film Archive of Lusk organisation"}),
        ("The capital, Vastra, is dark.", {"Vastra place"}),
        ("The Indian Ocean is warm.", {"Indian Ocean place"}),
        ("It is held at St Colman's Church.", {"St Colman's Church place"}),
        ("ORLEVA, March 18 (Pan News) - It rained.", {"ORLEVA place", "Pan News organisation"}),
        ("The film “The Long Pier” opens.", {"The Long Pier work"}),
        ("The show ‘Gods of the Shore’ drew crowds.", {"Gods of the Shore work"}),
        ("The ferry Lady Brisa sank.", {"Lady Brisa other"}),
        ("He won the Coast Medal.", {"Coast Medal other"}),
        ("The New York Times left.", {"New York Times organisation"}),
        ("Apple said it would build it.", {"Apple organisation"}),
        ("He works at Korvex.", {"Korvex organisation"}),
        ("Doctors Without Borders left.", {"Doctors Without Borders organisation"}),
        ("The group Back on Track is glad.", {"Back on Track organisation"}),
        ("Hurricane Katrina hit us.", {"Hurricane Katrina other"}),
        ("The beds of Lough Arran opened.", {"Lough Arran place"}),
        ("The Isles of Carrow will pay.", {"Isles of Carrow place"}),
        ("The people refused to leave Orsk Vohl.", {"Orsk Vohl place"}),
        ("J. P. Marsh of the union wept.", {"J. P. Marsh person"}),
        ("A cross by Jan de Boer was late.", {"Jan de Boer person"}),
        ("She told the broadcaster NKR so.", {"NKR organisation"}),
        ("He joined the Institut Morel.", {"Institut Morel organisation"}),
        ("They fined the Port Authority of Vargas.", {"Port Authority of Vargas organisation"}),
        ("Rival Orvand AG fell.", {"Orvand AG organisation"}),
        ("The campaign group Save Our 14 is glad.", {"Save Our 14 organisation"}),
        ("Her film The Tin Heron won.", {"The Tin Heron work"}),
        ("The Tin Heron (1974): a bird flies.", {"The Tin Heron work"}),
        ("It is the first to win the Golden Reel.", {"Golden Reel other"}),
        ("Each State will name a contact.", set()),
        ("He lives in Mill Street, Trewarn.", {"Mill Street place", "Trewarn place"}),
        (
            "The Foreign Ministers of Anhold, Tresk and Corvane met.",
            {"Anhold place", "Tresk place", "Corvane place"},
        ),
        (
            "He led the Bakers' and Allied Workers' Union.",
            {"Bakers' and Allied Workers' Union organisation"},
        ),
        (
            "The Department of Health and Social Care paid.",
            {"Department of Health and Social Care organisation"},
        ),
        (
            "The Royal Society for the Protection of Birds paid.",
            {"Royal Society for the Protection of Birds organisation"},
        ),
    ],
)
def test_name_is_found_whole_and_of_its_kind(text: str, wanted: set[str]) -> None:
    assert named(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Floods swept the town.",
        "Parents packed the meeting.",
        "Condemned the seizure of goods.",
        "Under Article 14 it must go.",
        "Sales reached NOK 412 million in Q1.",
        "Twenty-two years later she is there.",
        "In August it rained.",
        "Most MPs watch TV.",
        "Sales of Rs 3,000 and Dh27 million fell to R38m.",
    ],
)
def test_common_word_that_opens_a_sentence_is_no_name(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Torvia’s Foreign Minister Edda Varn said so.", "Foreign Minister of Torvia"),
        ("The mayor of Sand Harbour, Edda Varn, said so.", "mayor of Sand Harbour"),
        ("Edda Varn, the mayor of Sand Harbour, said so.", "mayor of Sand Harbour"),
        ("“So it is,” said Civic Union leader Edda Varn.", "Civic Union leader"),
        ("Edda Varn of the Orchard Party said so.", "of the Orchard Party"),
        ("“Yes,” said Edda Varn, chief executive of Orvand.", "chief executive of Orvand"),
        ("Orvand’s chairman, Edda Varn, said so.", "chairman of Orvand"),
        ("Foreign Ministry Spokesperson Edda Varn said so.", "Foreign Ministry Spokesperson"),
        ("The Minister of Ports, Ms Edda Varn, said so.", "Minister of Ports"),
        ("“No,” said the firm's lawyer, Dr Edda Varn.", "lawyer"),
        ("The secretary for foreign trade, Edda Varn, said so.", "secretary for foreign trade"),
        ("Mrs Edda Varn said so.", None),
        ("Dr. Edda Varn said so.", None),
    ],
)
def test_role_is_kept_with_its_body(text: str, role: str | None) -> None:
    (draft,) = facts_of(text)
    assert (draft.attribution.speaker, draft.attribution.role) == ("Edda Varn", role)


def test_short_form_is_joined_to_the_one_fuller_name() -> None:
    found = facts_of("Noor van der Meulen spoke. Van der Meulen left. Noor slept.")
    assert {name.name for draft in found for name in draft.names} == {"Noor van der Meulen"}


def test_surname_of_two_people_stays_open() -> None:
    *_, last = facts_of("Ida Roe met Jon Roe. Roe left.")
    assert [name.name for name in last.names] == ["Roe"]


def test_column_head_tells_the_kind_of_its_cells() -> None:
    table = "| Port | Operator |\n|---|---|\n| Dunn's Landing | Royal Lisse Docks |\n"
    found = named("# Ports", table, name="a.md")
    assert found == {"Dunn's Landing place", "Royal Lisse Docks organisation"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halloran Foods Plc fell. Analysts like Halloran.", "Halloran organisation"),
        ("Lough Arran is deep. It is a good day for Arran.", "Arran place"),
        ("He went to Trewarn Crown Court. Rain fell on Trewarn.", "Trewarn place"),
        ("Kiko Ibarra scored. Nobody could stop Kiko.", "Kiko person"),
    ],
)
def test_short_form_is_of_the_kind_of_its_whole(text: str, wanted: str) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bank of Ostrand Governor Ida Roe spoke.", ["Bank of Ostrand", "Ida Roe"]),
        ("Tarn County Sheriff Jon Arke spoke.", ["Tarn County", "Jon Arke"]),
        ("Harbour Police Commander Mak Chishty spoke.", ["Harbour Police", "Mak Chishty"]),
        ("Director-General Tala Renard spoke.", ["Tala Renard"]),
        ("The Tarn County Sheriff's Office shut it.", ["Tarn County Sheriff's Office"]),
        ("The Ministry of Health of Lemaria shut it.", ["Ministry of Health of Lemaria"]),
        ("The Board of the National Bank of Ost met.", ["National Bank of Ost"]),
        ("Drovian ships left Tarsk in Norway.", ["Tarsk", "Norway"]),
        ("They reached Level 3 in Norway.", ["Norway"]),
    ],
)
def test_a_run_of_capitals_is_parted_where_names_end(text: str, wanted: list[str]) -> None:
    assert [name.text for name in names(text, book_of([text]))] == wanted


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He lives in a flat at Palm Springs, California.", "Palm Springs", NameKind.PLACE),
        ("The chipmaker Orbin grew.", "Orbin", NameKind.ORGANISATION),
        ("Orbin's chief executive, Ida Roe, resigned.", "Orbin", NameKind.ORGANISATION),
        ("Her novel, The Long Field, sold well.", "The Long Field", NameKind.WORK),
    ],
)
def test_words_beside_a_name_tell_its_kind(text: str, name: str, kind: NameKind) -> None:
    assert (name, kind) in [(n.text, n.kind) for n in names(text, book_of([text]))]


def test_title_before_a_name_that_is_a_title_too_leaves_the_name_whole() -> None:
    (draft,) = facts_of("Mayor Duke Ellis said the bridge was open.")
    assert (draft.attribution.speaker, draft.attribution.role) == ("Duke Ellis", "Mayor")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks were held in Saudi Arabia.", {"Saudi Arabia place"}),
        ("He lost the vote on SB 1136.", set()),
        ("He paid Just Transition Fund.", {"Just Transition Fund organisation"}),
        (
            "An employee of Advantage, a haulage company, left.",
            {"Advantage organisation"},
        ),
        ("Chishty said he was late.", {"Chishty person"}),
        ("Orbin said it was late.", {"Orbin organisation"}),
        ("They met H.E. Abdullah Al-Yahya.", {"Abdullah Al-Yahya person"}),
    ],
)
def test_countries_codes_and_lone_names(text: str, wanted: set[str]) -> None:
    assert named(text) == wanted
