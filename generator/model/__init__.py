"""Records as frozen models; keys are the YAML keys, in the officers' language."""
