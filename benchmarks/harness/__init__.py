"""What all benchmarks share: contenders that run in turn, memory of a process tree, the machine, tables and plots."""
