"""GEXF and GraphML: NetworkX reads both, igraph's C library GraphML."""
import re
import xml.etree.ElementTree


def check_gexf(program):
    import networkx

    path = program.export("gexf")
    root = xml.etree.ElementTree.parse(path).getroot()
    names = {element.tag.split("}")[1] for element in root.iter()}
    assert "spell" not in names and "slice" not in names
    dated = 0
    for element in root.iter():
        assert not {"timestamp", "timestamps"} & set(element.keys()), "an instant among intervals"
        start, end = element.get("start"), element.get("end")
        for day in (start, end):
            assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day), day
        assert start is None or end is None or start <= end
        dated += start is not None or end is not None
    graph = networkx.read_gexf(path)
    assert graph.is_directed() and graph.number_of_nodes() and graph.number_of_edges()
    assert dated, "no edge has a date"
    for _, node in graph.nodes(data=True):
        assert node["label"] and node["kind"]
    for _, _, edge in graph.edges(data=True):
        assert edge["weight"] > 0 and edge["type"] and edge["role"]
    return (
        f"{graph.number_of_nodes()} entities, {graph.number_of_edges()} links, {dated} dated, read by NetworkX "
        f"{networkx.__version__}"
    )


def check_graphml(program):
    import igraph
    import networkx

    path = program.export("graphml")
    graph = networkx.read_graphml(path)
    other = networkx.read_gexf(program.export("gexf"))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (other.number_of_nodes(), other.number_of_edges())
    assert {node["key"] for _, node in graph.nodes(data=True)} == set(other.nodes)
    same = igraph.Graph.Read_GraphML(str(path))
    assert same.is_directed() and (same.vcount(), same.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    assert all(same.vs["label"]) and all(weight > 0 for weight in same.es["weight"])
    return f"the same read by NetworkX {networkx.__version__} and igraph {igraph.__version__}"
