"""What all tests share: a slow machine is no failure of a property, and rubbish is looked for seldom."""

import gc

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

# Each app under test is thousands of objects: looking through them after every 700 new ones, as Python does by
# itself, was an eighth of the time of the screens' tests.
gc.set_threshold(50_000, 20, 20)
