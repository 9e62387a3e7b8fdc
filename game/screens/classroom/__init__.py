"""The front of the room: the projector, and the presenter's cockpit in another terminal."""
