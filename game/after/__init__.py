"""After the end: what a play has come to, beside the record; a card to share, a page to print, a recall."""
