"""The room: a class plays a story together. Votes, phones, the presenter's cockpit, plan and handout."""
