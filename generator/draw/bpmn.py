"""BPMN 2.0 with diagram interchange: the same flow, as process tools read it.

A row of the sheet is one symbol; BPMN wants more of them. The first row becomes a start event and
a task, because loops may return to it; a decision a task that finds the answer and a gateway that
asks for it; the last row a task and an end event. A step belongs to one lane: its main actor's;
the others are named in its documentation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.draw.flow import Edge, Flow, Step
from generator.draw.place import Geometry, layout
from generator.draw.shape import number
from generator.draw.size import Size
from generator.draw.svg import safe

SIZE = Size(
    half=MappingProxyType(
        {"start": (18.0, 18.0), "end": (18.0, 18.0), "task": (40.0, 50.0), "gateway": (25.0, 25.0)}
    ),
    column=120.0,
    gap=16.0,
    spacing=12.0,
    edge=10.0,
    turned=True,
)
_POOL, _LANE = 30.0, 30.0
_TAG = {
    "start": "startEvent",
    "end": "endEvent",
    "task": "userTask",
    "gateway": "exclusiveGateway",
}
_NAMESPACES = (
    'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


@dataclass(frozen=True, slots=True)
class _Row:
    """Which nodes a row became."""

    first: int
    """Number of the node that arrows enter."""
    last: int
    """Number of the node that arrows leave."""


def variable(step: str) -> str:
    """Return the name of the variable in which a decision's answer stands: `ya` or `tidak`."""
    return f"jawaban_{step.replace('-', '_')}"


def process_id(name: str) -> str:
    """Return the id of the process in the file of the record with this id or code."""
    return "Proses_" + "".join(char if char.isalnum() else "_" for char in name)


def bpmn(flow: Flow, name: str, title: str, notes: Sequence[str] = ()) -> str:
    """Return the BPMN file of a flow.

    `name` is the record's id or code; `notes` say more about each step, as documentation.
    """
    nodes, rows = _expand(flow)
    drawn = layout(nodes, SIZE)
    process = process_id(name)
    parts = [
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<bpmn:definitions {_NAMESPACES} id="Berkas_{process}" '
            f'targetNamespace="urn:katalog-layanan:{process}" exporter="Katalog Layanan">\n'
            f'  <bpmn:collaboration id="Kolaborasi">\n'
            f'    <bpmn:participant id="Peserta" name="{safe(title)}" processRef="{process}"/>\n'
            "  </bpmn:collaboration>\n"
            f'  <bpmn:process id="{process}" name="{safe(title)}" isExecutable="true">\n'
        ),
        _lanes(nodes),
        *_nodes(nodes, flow, rows, notes),
        *_flows(nodes),
        "  </bpmn:process>\n",
        _diagram(drawn),
        "</bpmn:definitions>\n",
    ]
    return "".join(parts)


def _expand(flow: Flow) -> tuple[Flow, list[_Row]]:
    steps: list[Step] = []
    edges: list[Edge] = []
    rows: list[_Row] = []
    has_start = any(step.kind == "mulai" for step in flow.steps)
    leaving = {edge.source for edge in flow.edges}
    for number_, step in enumerate(flow.steps):
        kinds = ["task"]
        if step.kind == "mulai" or (not has_start and number_ == 0):
            kinds.insert(0, "start")
        if step.kind == "keputusan":
            kinds.append("gateway")
        if number_ not in leaving:
            kinds.append("end")
        first = len(steps)
        for kind in kinds:
            if kind == "task":
                rows.append(_Row(len(steps), first + len(kinds) - 1))
            name = step.text if kind == "task" else ""
            steps.append(Step(f"{kind}_{step.id}", kind, step.lanes[:1], name))
        edges += [Edge(at, at + 1) for at in range(first, first + len(kinds) - 1)]
    edges += [
        Edge(rows[edge.source].last, rows[edge.target].first, edge.label, edge.answer)
        for edge in flow.edges
    ]
    return Flow(flow.lanes, tuple(steps), tuple(sorted(edges, key=_order))), rows


def _order(edge: Edge) -> tuple[int, str, int]:
    # A gateway's "ya" before its "tidak".
    return (edge.source, {"ya": "0", "tidak": "1"}.get(edge.answer, ""), edge.target)


def _flow_id(nodes: Flow, edge: Edge) -> str:
    ending = f"_{edge.answer}" if edge.answer else ""
    return f"alur_{nodes.steps[edge.source].id}{ending}"


def _lanes(nodes: Flow) -> str:
    parts = ['    <bpmn:laneSet id="Lajur">\n']
    for lane, name in enumerate(nodes.lanes):
        inside = [step.id for step in nodes.steps if step.lanes[0] == lane]
        refs = "".join(f"        <bpmn:flowNodeRef>{each}</bpmn:flowNodeRef>\n" for each in inside)
        head = f'      <bpmn:lane id="lajur_{lane + 1}" name="{safe(name)}">\n'
        parts.append(f"{head}{refs}      </bpmn:lane>\n")
    return "".join([*parts, "    </bpmn:laneSet>\n"])


def _nodes(nodes: Flow, flow: Flow, rows: Sequence[_Row], notes: Sequence[str]) -> list[str]:
    entering: dict[int, list[str]] = {}
    leaving: dict[int, list[Edge]] = {}
    for edge in nodes.edges:
        entering.setdefault(edge.target, []).append(_flow_id(nodes, edge))
        leaving.setdefault(edge.source, []).append(edge)
    row_of = {row.first: number_ for number_, row in enumerate(rows)}
    parts = []
    for at, step in enumerate(nodes.steps):
        tag = _TAG[step.kind]
        out = leaving.get(at, [])
        default = next((edge for edge in out if edge.answer == "tidak"), None)
        attributes = f' name="{safe(step.text)}"' if step.text else ""
        if default:
            attributes += f' default="{_flow_id(nodes, default)}"'
        inner = ""
        if at in row_of:
            inner += _documentation(flow, row_of[at], notes)
        inner += "".join(
            f"      <bpmn:incoming>{each}</bpmn:incoming>\n" for each in entering.get(at, ())
        )
        inner += "".join(
            f"      <bpmn:outgoing>{_flow_id(nodes, each)}</bpmn:outgoing>\n" for each in out
        )
        parts.append(f'    <bpmn:{tag} id="{step.id}"{attributes}>\n{inner}    </bpmn:{tag}>\n')
    return parts


def _documentation(flow: Flow, row: int, notes: Sequence[str]) -> str:
    others = [flow.lanes[lane] for lane in flow.steps[row].lanes[1:]]
    texts = [f"Bersama: {', '.join(others)}."] if others else []
    if notes and notes[row]:
        texts.append(notes[row])
    text = " ".join(texts)
    return f"      <bpmn:documentation>{safe(text)}</bpmn:documentation>\n" if text else ""


def _flows(nodes: Flow) -> list[str]:
    parts = []
    for edge in nodes.edges:
        source, target = nodes.steps[edge.source], nodes.steps[edge.target]
        name = f' name="{safe(edge.label)}"' if edge.label else ""
        head = (
            f'    <bpmn:sequenceFlow id="{_flow_id(nodes, edge)}"{name} '
            f'sourceRef="{source.id}" targetRef="{target.id}"'
        )
        if edge.answer == "ya":
            asked = variable(source.id.partition("_")[2])
            parts.append(
                f"{head}>\n"
                f'      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">'
                f"{asked} == 'ya'</bpmn:conditionExpression>\n"
                "    </bpmn:sequenceFlow>\n"
            )
        else:
            parts.append(f"{head}/>\n")
    return parts


def _bounds(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<dc:Bounds x="{number(x0)}" y="{number(y0)}" '
        f'width="{number(x1 - x0)}" height="{number(y1 - y0)}"/>'
    )


def _diagram(drawn: Geometry) -> str:
    # The flow runs to the right, behind the names of the pool and of the lanes.
    left = _POOL + _LANE
    right, bottom = left + drawn.rows[-1], drawn.lanes[-1]
    parts = [
        (
            '  <bpmndi:BPMNDiagram id="Diagram">\n'
            '    <bpmndi:BPMNPlane id="Bidang" bpmnElement="Kolaborasi">\n'
            '      <bpmndi:BPMNShape id="gambar_Peserta" bpmnElement="Peserta" isHorizontal="true">'
            f"{_bounds(0, 0, right, bottom)}</bpmndi:BPMNShape>\n"
        )
    ]
    for lane in range(len(drawn.lanes) - 1):
        band = _bounds(_POOL, drawn.lanes[lane], right, drawn.lanes[lane + 1])
        parts.append(
            f'      <bpmndi:BPMNShape id="gambar_lajur_{lane + 1}" bpmnElement="lajur_{lane + 1}" '
            f'isHorizontal="true">{band}</bpmndi:BPMNShape>\n'
        )
    for symbol in drawn.symbols:
        box = symbol.parts[0].box
        marker = ' isMarkerVisible="true"' if symbol.step.kind == "gateway" else ""
        parts.append(
            f'      <bpmndi:BPMNShape id="gambar_{symbol.step.id}" bpmnElement="{symbol.step.id}"'
            f"{marker}>{_bounds(left + box.t0, box.s0, left + box.t1, box.s1)}"
            "</bpmndi:BPMNShape>\n"
        )
    labels = {id(label.edge): label.box for label in drawn.labels}
    for each in drawn.connectors:
        flow_id = _flow_id(drawn.flow, each.edge)
        points = "".join(
            f'<di:waypoint x="{number(left + t)}" y="{number(s)}"/>' for s, t in each.points
        )
        label = ""
        if (word := labels.get(id(each.edge))) is not None:
            place = _bounds(left + word.t0, word.s0, left + word.t1, word.s1)
            label = f"<bpmndi:BPMNLabel>{place}</bpmndi:BPMNLabel>"
        parts.append(
            f'      <bpmndi:BPMNEdge id="gambar_{flow_id}" bpmnElement="{flow_id}">'
            f"{points}{label}</bpmndi:BPMNEdge>\n"
        )
    parts.append("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n")
    return "".join(parts)
