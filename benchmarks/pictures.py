"""Takes the pictures in docs/pictures anew: `python -m benchmarks.pictures`, or `make pictures`.

They come from the browser tests, so Chromium is needed, and a font with emojis (Debian has both:
chromium, fonts-noto-color-emoji); the story's become one moving picture.
Prints the size of each picture.
"""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WANTED = ("answer", "group", "dark", "digest", "rehearsal")
STORY, STORY_WIDTH, FRAME_MILLISECONDS = "story", 1_180, 3_500


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["PICTURES"] = str(FOLDER)
    outcome = int(pytest.main(["tests/browser", "-q", "-p", "no:cacheprovider"]))
    tell_story(sorted(FOLDER.glob(f"{STORY}-*.png")))
    for picture in sorted(FOLDER.iterdir()):
        if picture.stem in (*WANTED, STORY):
            print(f"{picture.stat().st_size:>9,} {picture.relative_to(FOLDER.parents[1])}")
        else:
            picture.unlink()  # shown by a test for its own sake
    return outcome


def tell_story(taken: list[Path]) -> None:
    """Makes one moving picture of those taken, in the order of their names."""
    if not taken:
        return
    frames = [_sized(Image.open(one).convert("RGB")) for one in taken]
    frames[0].save(
        FOLDER / f"{STORY}.webp", save_all=True, append_images=frames[1:],
        duration=FRAME_MILLISECONDS, loop=0, quality=75, method=6,
    )  # fmt: skip


def _sized(picture: Image.Image) -> Image.Image:
    height = round(picture.height * STORY_WIDTH / picture.width)
    return picture.resize((STORY_WIDTH, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
