"""Katalog Layanan: a government's own YAML records become the public catalog its citizens trust."""
