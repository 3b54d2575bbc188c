"""The survey room: a file of answers in, arithmetic that anyone can follow out."""
