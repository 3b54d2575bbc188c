"""What each key means: the line below the field of a model, in the officers' language."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def meanings(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what each field of `model` means, "" if nothing is written below it.

    The source is read when somebody asks; pydantic's own reading of it would delay every start.
    """
    said: dict[str, str] = {}
    for owner in reversed(model.__mro__):
        said |= _module(owner.__module__).get(owner.__qualname__, {})
    return {name: said.get(name, "") for name in model.model_fields}


@cache
def _module(name: str) -> Mapping[str, Mapping[str, str]]:
    if not name.startswith("generator."):
        return {}
    body = ast.parse(inspect.getsource(sys.modules[name])).body
    return {each.name: dict(_fields(each)) for each in body if isinstance(each, ast.ClassDef)}


def _fields(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(model.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)
