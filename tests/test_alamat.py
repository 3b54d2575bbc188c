"""Links between pages lead where a browser would go."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.alamat import relatif

part = st.text("abcz019-.", min_size=1, max_size=8).filter(lambda text: text.strip("."))
address = st.lists(part, max_size=4).map(lambda parts: "".join(f"{each}/" for each in parts))


@given(address, address)
def test_a_browser_arrives_at_the_address(dari: str, ke: str) -> None:
    base = "https://x.example/situs/"
    assert urljoin(base + dari, relatif(dari, ke)) == base + ke


@given(address, address)
def test_an_anchor_is_kept(dari: str, ke: str) -> None:
    base = "https://x.example/"
    assert urljoin(base + dari, relatif(dari, f"{ke}#bagian")) == f"{base}{ke}#bagian"


@given(address)
def test_a_file_is_reached(dari: str) -> None:
    base = "https://x.example/"
    assert urljoin(base + dari, relatif(dari, "formulir/f-1.pdf")) == f"{base}formulir/f-1.pdf"
