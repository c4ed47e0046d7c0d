"""FollowTheMoney: every entity by its own library, as cleaned data and as data to be cleaned, and `ftm validate`."""
import json
import pathlib
import subprocess
import sys


def check(program):
    import followthemoney
    from followthemoney import model

    path = program.export("ftm")
    entities, kinds = {}, {}
    for line in path.read_text().splitlines():
        data = json.loads(line)
        proxy = model.get_proxy(data, cleaned=False)
        assert proxy.id not in entities, f"two entities have the id {proxy.id}"
        for name, values in data["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None and not prop.stub, f"{proxy.schema.name} has no {name}"
            for value in values:
                assert prop.type.clean(value, proxy=proxy) is not None, f"{proxy.schema.name}.{name}: {value!r}"
        # What is cleaned already stays as it is.
        assert model.get_proxy(data, cleaned=True).to_dict()["properties"].keys() == proxy.to_dict()["properties"].keys()
        for name in proxy.schema.required:
            assert proxy.get(name), f"{proxy.schema.name} without {name}"
        entities[proxy.id] = proxy
        kinds[proxy.schema.name] = kinds.get(proxy.schema.name, 0) + 1
    references = 0
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in entities, f"{proxy.schema.name}.{prop.name} leads to nothing"
                found = entities[value].schema
                assert found.is_a(prop.range), f"{proxy.schema.name}.{prop.name} leads to a {found.name}"
                references += 1
    assert {"Person", "PublicBody", "Address", "Article", "Event", "UnknownLink"} <= set(kinds), kinds
    assert all(proxy.get("proof") for proxy in entities.values() if proxy.schema.name == "Event")
    command = pathlib.Path(sys.executable).parent / "ftm"
    done = subprocess.run([str(command), "validate", "-i", str(path)], capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr[-300:]
    shown = ", ".join(f"{count} {name}" for name, count in sorted(kinds.items()))
    return f"{shown}; {references} references; ftm validate {followthemoney.__version__}"
