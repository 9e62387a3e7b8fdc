"""The lab: predict, then turn the dials. Plots are imported here and nowhere else."""
