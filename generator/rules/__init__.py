"""The rules: importing this room registers all of them."""

from generator.rules import bacaan

__all__ = ["bacaan"]
