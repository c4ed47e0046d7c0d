def make(sources):
    return 0
