"""GeoJSON: the geojson package's rules of RFC 7946, and GeoPandas, which reads it as QGIS does, with GDAL."""
import json


def check(program):
    import geojson
    import geopandas

    path = program.export("geojson")
    collection = geojson.loads(path.read_text())
    assert collection.is_valid, collection.errors()
    assert collection["features"], "there are no features"
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids), "two features have one id"
    for feature in collection["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90, feature["id"]
        properties = feature["properties"]
        for name in ("key", "type", "title", "place", "texts", "voices", "disputed", "numbers", "precision_m"):
            assert name in properties, f"{feature['id']} has no {name}"
    frame = geopandas.read_file(path)
    assert len(frame) == len(ids) and frame.crs.to_epsg() == 4326 and (frame.geom_type == "Point").all()
    # Longitude first: Kursk lies at 36 degrees east and 52 north.
    kursk = frame[frame["place"] == "Kursk Oblast"].geometry
    assert len(kursk) and kursk.x.between(33, 39).all() and kursk.y.between(50, 53).all(), "longitude and latitude are swapped"
    left = json.loads(path.read_text())["annals"]["left_out"]
    return f"{len(frame)} points read by GeoPandas {geopandas.__version__}; left out: {left}"
