"""The command line: one module a command, loaded only when that command is called (start-up time is a feature).

Each command module has `parser() -> ArgumentParser` and `run(arguments) -> int` (the exit status). Only modules of
this package read arguments, print and exit.
"""
