"""Takes the pictures in docs/pictures anew: `python -m benchmarks.pictures`, or `make pictures`.

They come from the browser tests, so Chromium is needed; prints the size of each picture.
"""

import os
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WANTED = ("answer", "group", "dark", "digest")


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["PICTURES"] = str(FOLDER)
    outcome = int(pytest.main(["tests/browser", "-q", "-p", "no:cacheprovider"]))
    for picture in sorted(FOLDER.glob("*.png")):
        if picture.stem in WANTED:
            print(f"{picture.stat().st_size:>9,} {picture.relative_to(FOLDER.parents[1])}")
        else:
            picture.unlink()  # shown by a test for its own sake
    return outcome


if __name__ == "__main__":
    sys.exit(main())
