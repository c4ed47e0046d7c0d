def run(session): pass
