"""Drawings of SOPs and process maps: records -> geometry -> SVG, table cells, BPMN, paper, words.

Pure: nothing here reads, writes or knows a clock. `docs/adr` says why the layout is as it is.
"""
