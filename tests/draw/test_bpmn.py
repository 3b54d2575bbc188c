"""Every exported BPMN file is valid, is drawn, and runs to its end."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import TaskState

from generator.draw.bpmn import bpmn, process_id, variable
from generator.draw.flow import Flow, of_cross, of_sop
from tests.draw.alur import flows
from tests.draw.muat import CONTOH, catalog_crosses, catalog_sops, long_sop, sop

NODE = Path(__file__).parent / "node"
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def sources() -> list[tuple[str, Flow]]:
    found = [(path.stem, of_sop(sop(path))) for path in (*CONTOH, *catalog_sops())]
    found += [(path.stem, of_cross(each.lintas_fungsi)) for path, each in catalog_crosses()]
    found.append(("empat-puluh", of_sop(long_sop(40))))
    return found


def check(text: str) -> None:
    """Ids are names, each once; each reference leads to one; each thing is drawn once."""
    root = ET.fromstring(text)
    ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    assert all(NCNAME.fullmatch(each) for each in ids)
    for each in root.iter():
        for name in ("sourceRef", "targetRef", "bpmnElement", "default", "processRef"):
            if name in each.attrib:
                assert each.attrib[name] in ids
        if each.tag in (f"{MODEL}flowNodeRef", f"{MODEL}incoming", f"{MODEL}outgoing"):
            assert each.text in ids
    drawn = [each.attrib["bpmnElement"] for each in root.iter() if "bpmnElement" in each.attrib]
    assert len(drawn) == len(set(drawn))
    process = root.find(f"{MODEL}process")
    assert process is not None
    things = [each.attrib["id"] for each in process if each.tag != f"{MODEL}laneSet"]
    lanes = [each.attrib["id"] for each in process.iter(f"{MODEL}lane")]
    assert set(drawn) == {"Kolaborasi", "Peserta", *things, *lanes}


@settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(flows(most_rows=25, most_lanes=6))
def test_any_flow(flow: Flow) -> None:
    text = bpmn(flow, "unit/sop", "Judul <&\"'>\x01")
    check(text)
    assert text == bpmn(flow, "unit/sop", "Judul <&\"'>\x01")


def run(workflow: BpmnWorkflow, answers: dict[str, str], most: int) -> list[str]:
    """Run a workflow; a decision is answered as asked the first time, then so that it ends."""
    done: list[str] = []
    asked: dict[str, int] = {}
    while not workflow.is_completed():
        ready = workflow.get_tasks(state=TaskState.READY, manual=True)
        if not ready:
            workflow.do_engine_steps()
            continue
        assert len(ready) == 1, "the flow has split"
        step = ready[0].task_spec.bpmn_id.removeprefix("task_")
        done.append(step)
        asked[step] = asked.get(step, 0) + 1
        assert len(done) <= most, f"does not end: {done[-12:]}"
        answer = answers.get(step, "ya")
        # A second refusal of the same row would be the same road again.
        ready[0].data[variable(step)] = answer if asked[step] == 1 else _other(answer, asked[step])
        ready[0].run()
    return done


def _other(answer: str, times: int) -> str:
    return answer if times % 2 else {"ya": "tidak", "tidak": "ya"}[answer]


def combinations(decisions: list[str]) -> list[dict[str, str]]:
    """Every combination of answers for up to six decisions, else each one refused in turn."""
    if len(decisions) <= 6:
        return [
            dict(zip(decisions, each, strict=True))
            for each in product(("ya", "tidak"), repeat=len(decisions))
        ]
    return [{}, *({each: "tidak"} for each in decisions), dict.fromkeys(decisions, "tidak")]


@pytest.mark.parametrize(
    ("name", "flow"), sources(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_runs_to_its_end(name: str, flow: Flow) -> None:
    text = bpmn(flow, name, name)
    check(text)
    parser = BpmnParser()
    parser.add_bpmn_str(text.encode())
    spec = parser.get_spec(process_id(name))
    decisions = [step.id for step in flow.steps if step.kind == "keputusan"]
    seen: set[str] = set()
    for answers in combinations(decisions):
        seen.update(run(BpmnWorkflow(spec), answers, 40 * len(flow.steps)))
    if len(decisions) <= 6:
        assert seen == {step.id for step in flow.steps}, "a row is never reached"


@pytest.mark.node
def test_moddle_reads_without_warning(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("Node.js is not installed: bpmn-moddle cannot be asked")
    if not (NODE / "node_modules" / "bpmn-moddle").is_dir():
        done = subprocess.run(
            [npm, "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=NODE,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    for number, (name, flow) in enumerate(sources()):
        (tmp_path / f"{number}.bpmn").write_text(bpmn(flow, name, name), "utf-8")
    done = subprocess.run(
        ["node", "periksa.mjs", str(tmp_path)],
        cwd=NODE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told) == len(sources())
    assert {file: each for file, each in told.items() if each["warnings"]} == {}
    assert all(each["root"] == "bpmn:Definitions" for each in told.values())
