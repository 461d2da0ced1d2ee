"""The Word reader, step by step: lines find their passages, answers are taken out, the rest is told."""
