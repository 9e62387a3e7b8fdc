"""What is told: the script, its reader, its ledger and the state it folds into. No screen, no clock."""
