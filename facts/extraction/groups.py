"""Parties and sides that are called by a plural: "the Greens", "Harbour Falcons"."""

import re

from facts.extraction.givennames import is_common, is_given
from facts.extraction.namewords import BODIES, PLACE_WORDS, SURNAMES_TOO, THINGS
from facts.extraction.teamclues import Clue
from facts.reading.wordlist import word_list
from facts.types import NameKind

PARTIES = word_list(
    """
    Greens Liberals Conservatives Tories Democrats Republicans Socialists Communists Nationalists
    Unionists Agrarians Progressives Moderates Radicals Centrists Libertarians Monarchists
    Reformists
    Peronists Eurosceptics Whigs
    """
)
# Parties whose name alone, at the head of a sentence, may be what is eaten or who is calm.
_PLAIN_TOO = frozenset({"Greens", "Moderates", "Radicals"})
SIDES = word_list(
    """
    Sharks Pelicans Falcons Royals Kings Queens Knights Warriors Pirates Pilots Blades Harriers
    Swifts Rockets Tigers Lions Bears Eagles Wolves Hawks Giants Bulls Cowboys Rangers Raiders
    Chargers Jets Titans Saints Devils Panthers Dragons Dolphins Bucks Kangaroos Wallabies
    Springboks Proteas Broncos Roosters Cougars Crusaders Chiefs Hurricanes Blues Brumbies Rebels
    Stormers Cheetahs Bombers Demons Magpies Crows Cats Swans Bulldogs Mariners Braves Cubs Brewers
    Padres Orioles Marlins Twins Angels Steelers Vikings Bengals Ravens Colts Cardinals Seahawks
    Celtics Clippers Spurs Mavericks Nuggets Pistons Pacers Hornets Wizards Grizzlies Timberwolves
    Canucks Flames Oilers Sabres Penguins Flyers Bruins Predators Foxes Outlaws Vipers Scorchers
    Strikers Sixers Renegades Tridents Zouks Scorpions Cobras Leopards Jaguars Rhinos Buffaloes
    Stallions Mustangs Otters Seals Whales Gulls Terns Ospreys Kestrels Herons Storks Robins Magpies
    Canaries Hammers Gunners Cossacks Gladiators Spartans Trojans Barbarians Monarchs Barons Dukes
    Patriots Rebels Pioneers Voyagers Navigators Buccaneers Corsairs Admirals Comets Meteors
    Thunderbolts Hotspurs Rovers Wanderers Villagers Yellowjackets Wasps Bees Lynx Bisons Badgers
    """
)
_SURNAMES = SURNAMES_TOO | frozenset(
    {"Kings", "Knights", "Rangers", "Swifts", "Saints", "Robins", "Dukes", "Brewers", "Blades"}
)
_OTHERS = BODIES | PLACE_WORDS | THINGS
_PLAYED = re.compile(
    r"\b(?:goals?|draw|drew|beat|beaten|beating|w[io]ns?|victory|defeat(?:ed)?|lost|wickets?"
    r"|innings"
    r"|overs|tries|try|half-time|kick-off|play-?offs?|league|cup|final|semi-final|quarter-final"
    r"|title|trophy|season|holders|scored|runs|points|match|touchdowns?|promoted|relegat\w+"
    r"|\d{1,3}[-–]\d{1,3})\b"
)
_STAFF = re.compile(
    r"['’]?\s(?:(?:head|assistant|team|first)\s)?(?:coach|manager|boss|captain|skipper|physio"
    r"|striker|goalkeeper|keeper|winger|midfielder|defender|opener|bowler|batter|batsman|forward"
    r"|guard|pitcher|quarterback|fans?|supporters|squad|chairman|owner|teammate|star)\b"
)


def as_group(text: str, start: int, end: int, plain: list[str]) -> Clue | None:
    """Return a body for a party or a side whose last word is a plural."""
    last = plain[-1]
    if not last.endswith("s"):
        return None
    if last in PARTIES:
        plain_too = len(plain) == 1 and last in _PLAIN_TOO
        return NameKind.ORGANISATION, 2 if plain_too else 4
    if last not in SIDES:
        return (NameKind.ORGANISATION, 3) if _plays(text, end, plain) else None
    if len(plain) > 1:
        person = is_given(plain[0]) and len(plain) == 2 and last in _SURNAMES
        return None if person else (NameKind.ORGANISATION, 4)
    if _STAFF.match(text, end):
        return NameKind.ORGANISATION, 3
    played = not text.startswith(" of ", end) and _PLAYED.search(text)
    sure = start > 0  # "Rebels won the town"
    return (NameKind.ORGANISATION, 3 if sure else 1) if played else None


def _plays(text: str, end: int, plain: list[str]) -> bool:
    """Tell "Briscoe Kites" by what is told of it: a strange word, a plain plural, and play."""
    last = plain[-1]
    strange = len(plain) > 1 and not (is_common(plain[0]) or is_given(plain[0]))
    named = strange and is_common(last.removesuffix("s")) and last not in _OTHERS
    return named and bool(_STAFF.match(text, end) or _PLAYED.search(text))
