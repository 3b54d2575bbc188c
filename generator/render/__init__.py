"""From the site to text: pages, search index, open data."""
