"""Questions with numbers for answers, and the simulator of hosted models that they are asked with.

`bench.main.main` runs a benchmark, `bench.simulate.main` the simulator.
"""
