"""The room that knows a site engine: stage, build, finish, swap."""

EXPLAINED = """Mesin situs tidak punya keberatan, dan setiap tautan situs sampai ke tujuannya.

Tautan yang putus di halaman layanan membuat warga berhenti di tengah jalan. Karena itu situs baru
dipasang sesudah setiap halaman, berkas, dan bagian yang ditautkan terbukti ada; bila tidak, situs
yang lama tetap tampil.
"""
"""What `mesin-situs`, the rule of this room, means."""
