"""The assessment (Rules, points 12-19): what was collected in a period is gathered, explained and built."""
