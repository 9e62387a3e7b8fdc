"""The rulebook: every rule that the reader holds a script against, as data.

A rule stands here once, with its code, its words, its reason and an example that breaks it. What applies it fills
in its words, and nothing else has to know of it.
"""
