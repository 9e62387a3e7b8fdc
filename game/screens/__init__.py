"""The terminal face: Textual screens over one run. What a text says and which answer is open is decided below."""
