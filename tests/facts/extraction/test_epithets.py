"""Whom an epithet stands for: "sobbed the hairdresser", "the royal father", a nickname."""

import pytest

from tests.facts.extraction.told import sure_speaker

ROE = "Ida Roe, 29, had left the sponge on a table outside the inn on Saturday."


def sure(*paragraphs: str) -> str | None:
    return sure_speaker("Gulls ate a cake in Sorn on Saturday.", *paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        ((ROE, "‘I turned my back for a moment,’ sobbed the hairdresser."), "Ida Roe"),
        ((ROE, "‘I turned my back for a moment,’ the hairdresser said."), "Ida Roe"),
        # Somebody whose errand brings them in, or who was told of before.
        ((ROE, "‘She turned her back for a moment,’ said the inspector."), None),
        ((ROE, "The baker ran.", "‘She turned her back,’ laughed the baker."), None),
        (("Ida Roe and Jon Arke ran.", "‘I turned my back,’ sobbed the hairdresser."), None),
        (("Mayor Ida Roe ran.", "‘I turned my back for a moment,’ sobbed the hairdresser."), None),
        (("The monarch, Oba Jon Arke, waved. “It is late,” the royal father said.",), "Jon Arke"),
        (("King Jon Arke waved.", "The head of state said it was late."), "Jon Arke"),
        (("Mayor Jon “Jo” Arke said it was late.",), "Jon “Jo” Arke"),
        (("Churchwarden Jon Arke said it was late.",), "Jon Arke"),
        (("The Orchard Party of Prime Minister Ida Roe said it was late.",), "Orchard Party"),
        (
            ("Minister of Agriculture Ida Roe met growers.", "The minister said it was late."),
            "Ida Roe",
        ),
    ],
)
def test_an_epithet_is_given_to_the_one_it_stands_for(
    paragraphs: tuple[str, ...], speaker: str | None
) -> None:
    assert sure(*paragraphs) == speaker
