"""The look of the site: a `custom_dir` of the engine, and the heading font it links to."""
