"""Indonesian search: folding, affixes, synonyms, phrases, an index in parts, and its ranking."""
