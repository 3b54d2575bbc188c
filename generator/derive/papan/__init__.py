"""The compliance board: packs of indicators measured on the records of each unit."""
