"""Flows of any shape for the tests of drawings."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.draw.flow import Edge, Flow, Step

WORDS = ("Ya", "Tidak", "Lengkap", "Tidak lengkap", "Dokumen belum memenuhi syarat administrasi")


@st.composite
def flows(
    draw: st.DrawFn,
    most_rows: int = 60,
    most_lanes: int = 12,
    *,
    least_rows: int = 3,
    least_lanes: int = 1,
    least_decisions: int = 0,
) -> Flow:
    """3 to 60 steps, 1 to 12 lanes, 0 to 15 decisions that jump ahead or back, joint steps."""
    count = draw(st.integers(least_rows, most_rows))
    lanes = draw(st.integers(least_lanes, most_lanes))
    inner = st.integers(1, count - 2)
    decisions = draw(st.sets(inner, min_size=min(least_decisions, count - 2), max_size=15))
    steps, edges = [], []
    for number in range(count):
        joint = draw(st.integers(0, 9)) == 0
        places = draw(
            st.lists(st.integers(0, lanes - 1), min_size=1, max_size=4 if joint else 1, unique=True)
        )
        last = number == count - 1
        kind = "mulai" if number == 0 else "selesai" if last else "proses"
        if number in decisions:
            kind = "keputusan"
            anywhere = st.integers(0, count - 1)
            yes = number + 1 if draw(st.booleans()) else draw(anywhere)
            no = draw(st.integers(0, number - 1) if draw(st.booleans()) else anywhere)
            edges.append(Edge(number, yes, draw(st.sampled_from(WORDS)), "ya"))
            edges.append(Edge(number, no, draw(st.sampled_from(WORDS)), "tidak"))
        elif not last:
            jump = draw(st.integers(0, 7)) == 0
            to = draw(st.integers(0, count - 1)) if jump else number + 1
            edges.append(Edge(number, to))
        steps.append(Step(f"b-{number}", kind, tuple(places), f"Langkah {number + 1}"))
    return Flow(tuple(f"Pelaksana {n + 1}" for n in range(lanes)), tuple(steps), tuple(edges))
