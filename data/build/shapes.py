"""Territories of countries as polygons: their centroids, and which part of them lies nearest to which town."""

import math
import os
import struct

from common import distance

# Metres: parts of a territory that lie farther from all others are none of what a point for the country stands for: Alaska and
# Hawaii, French Guiana, the Canaries. Mindanao and Luzon, Borneo and the Malay Peninsula stay together.
GAP = 650_000
# Parts that are left out by name, since islands lead there step by step: (country, latitude above).
LEFT_OUT = {"NO": 72.0}
NAMES = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Baikonur": "KZ", "Siachen Glacier": "IN"}


def territories(sources):
    """The rings of each country by ISO code, of Natural Earth's admin 0 at 1:10 million: outer rings and holes alike."""
    folder = os.path.join(sources, "naturalearth")
    stem = next(name[:-4] for name in sorted(os.listdir(folder)) if name.endswith(".shp") and "admin_0_countries" in name)
    found = {}
    for record, rings in zip(records(os.path.join(folder, stem + ".dbf")), shapes(os.path.join(folder, stem + ".shp"))):
        code = NAMES.get(record["NAME"]) or record["ISO_A2_EH"]
        if code not in ("", "-99"):
            found.setdefault(code, []).extend(rings)
    return found


def shapes(path):
    """The rings of each polygon record of a shapefile."""
    with open(path, "rb") as file:
        data = file.read()
    at = 100
    while at + 12 <= len(data):
        size = struct.unpack(">i", data[at + 4:at + 8])[0] * 2
        body = data[at + 8:at + 8 + size]
        at += 8 + size
        if struct.unpack("<i", body[:4])[0] != 5:
            yield []
            continue
        parts, points = struct.unpack("<ii", body[36:44])
        starts = list(struct.unpack(f"<{parts}i", body[44:44 + 4 * parts])) + [points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts:44 + 4 * parts + 16 * points])
        yield [[(flat[2 * i + 1], flat[2 * i]) for i in range(starts[n], starts[n + 1])] for n in range(parts)]


def records(path):
    """The rows of a dBASE file."""
    with open(path, "rb") as file:
        data = file.read()
    count, head, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at:at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]))
        at += 32
    for number in range(count):
        at, row = head + number * size + 1, {}
        for name, width in fields:
            row[name] = data[at:at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        yield row


def area(ring):
    """In square degrees at the equator; negative where the ring runs clockwise, as outer rings do."""
    return -sum((p - o) * (math.sin(math.radians(a)) + math.sin(math.radians(b))) / 2
                for (a, o), (b, p) in zip(ring, ring[1:])) * 180 / math.pi


def mainland(rings, country):
    """The rings that belong together with the biggest one, none more than GAP from its nearest."""
    # East of the date line and west of it are one: Chukotka, Fiji.
    unrolled = []
    for ring in rings:
        unrolled.append([(lat, lon + 360 if lon < -30 and country in ("RU", "FJ", "NZ", "KI") else lon) for lat, lon in ring])
    parts = [(area(ring), ring) for ring in unrolled if ring[0][0] < LEFT_OUT.get(country, 91)]
    parts.sort(key=lambda part: part[0])
    groups = []
    for size, ring in parts:
        sample = ring[::max(1, len(ring) // 60)]
        near = [group for group in groups if any(
            abs(a - b) < 8 and distance(a, o, b, p) < GAP for a, o in sample for b, p in group["sample"])]
        merged = {"area": size, "rings": [ring], "sample": sample}
        for group in near:
            merged["area"] += group["area"]
            merged["rings"] += group["rings"]
            merged["sample"] += group["sample"]
            groups.remove(group)
        groups.append(merged)
    return min(groups, key=lambda group: group["area"])["rings"]


def wrapped(lon):
    return (lon + 180) % 360 - 180


def cells(rings, wanted):
    """About so many points, evenly spread over the inside of rings, as (latitude, longitude)."""
    step = math.sqrt(max(abs(sum(area(ring) for ring in rings)), 1e-6) / wanted)
    edges = {}
    for ring in rings:
        for (a, o), (b, p) in zip(ring, ring[1:]):
            if a == b:
                continue
            low, high = min(a, b), max(a, b)
            for row in range(math.ceil(low / step - 0.5), math.ceil(high / step - 0.5)):
                lat = (row + 0.5) * step
                edges.setdefault(row, []).append(o + (p - o) * (lat - a) / (b - a))
    found = []
    for row, crossings in sorted(edges.items()):
        lat = (row + 0.5) * step
        width = step / max(0.05, math.cos(math.radians(lat)))
        crossings.sort()
        for west, east in zip(crossings[::2], crossings[1::2]):
            column = math.ceil(west / width - 0.5)
            while (column + 0.5) * width < east:
                found.append((lat, (column + 0.5) * width))
                column += 1
    return found


def middle(points):
    """The mean of (latitude, longitude) points, and their root mean square distance from it in metres."""
    x = y = z = 0.0
    for lat, lon in points:
        a, o = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(o), y + math.cos(a) * math.sin(o), z + math.sin(a)
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    spread = math.sqrt(sum(distance(lat, lon, *point) ** 2 for point in points) / len(points))
    return lat, lon, spread


def heart(points):
    """The one of evenly spread points that is nearest to their middle: inside, where the middle may lie in the sea."""
    lat, lon, _ = middle(points)
    best = min(points, key=lambda point: (distance(lat, lon, *point), point))
    step = distance(*points[0], *min(points[1:], key=lambda point: distance(*points[0], *point))) if len(points) > 1 else 0
    return (lat, lon) if distance(lat, lon, *best) <= step else (best[0], wrapped(best[1]))


class Nearest:
    """Finds the town nearest to a point, by squares of about four towns."""

    def __init__(self, towns):
        lats, lons = [town[0] for town in towns], [town[1] for town in towns]
        spread = (max(lats) - min(lats) + 0.1) * (max(lons) - min(lons) + 0.1)
        self.size = size = min(5.0, max(0.1, math.sqrt(spread * 4 / len(towns))))
        self.squares = {}
        for lat, lon, value in towns:
            self.squares.setdefault((int(lat // size), int(wrapped(lon) // size)), []).append((lat, lon, value))

    def value(self, lat, lon, reach=60):
        lon = wrapped(lon)
        row, column = int(lat // self.size), int(lon // self.size)
        best = None
        for ring in range(reach):
            for y in range(row - ring, row + ring + 1):
                side = abs(y - row) == ring
                for x in range(column - ring, column + ring + 1) if side else (column - ring, column + ring):
                    for a, o, value in self.squares.get((y, x), ()):
                        far = distance(lat, lon, a, o)
                        if best is None or far < best[0]:
                            best = (far, value)
            if best and best[0] < ring * self.size * 111_000 * max(0.1, math.cos(math.radians(lat))):
                break
        return best[1] if best else None
