"""Where the pipeline runs: on this machine, in one process or several. Reads into a store and weighs what it holds."""
