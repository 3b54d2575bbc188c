"""The room that knows a site engine: stage, build, finish, swap."""
