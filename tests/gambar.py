"""Takes the pictures of README and docs from the fictional regency. Run: `python -m tests.gambar`.

The day is fixed, and so is the size: a picture changes only when its page does.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.chromium import browser, served
from tests.peramban.conftest import built

PICTURES = Path(__file__).parents[1] / "docs" / "gambar"
SHOWN = {
    "papan-unit": ("papan/satpolpp/", "body", 1180, 820),
    "sop": ("sop/disdukcapil/penggantian-ktp-el/#lembar", "#lembar", 1320, 820),
    "skm": ("unit/satpolpp/", "#penilaian-kinerja", 1180, 760),
}
"""Page of each picture, what stands at its top, its width and height."""


def main() -> None:
    """Build the site of the fictional regency and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        site = built(Path(folder) / "site")
        with served(site) as address, browser() as chromium:
            for name, (path, top, width, height) in SHOWN.items():
                size = {"width": width, "height": height}
                page = chromium.new_page(viewport=size, color_scheme="light")
                page.goto(f"{address}{path}")
                page.evaluate("document.fonts.ready")
                page.locator(top).first.evaluate(
                    "(e) => scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)"
                )
                page.wait_for_timeout(300)
                page.screenshot(path=PICTURES / f"{name}.png")
                print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
