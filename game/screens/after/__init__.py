"""What the terminal shows once a play is over: its card, and the recall days later."""
