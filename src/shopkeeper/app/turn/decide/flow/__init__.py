"""Walking flows: what comes next, how a slot is asked for, whether a value fits."""
