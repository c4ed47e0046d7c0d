"""TimelineJS: no library reads it but the script itself, so its documented rules (timeline.knightlab.com/docs/json-format.html)."""
import calendar
import html.parser
import json

SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = {"year", "month", "day", "hour", "minute", "second", "millisecond", "display_date", "format"}
TAGS = {"p", "a", "blockquote"}


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.words = set(), set(), ""

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attributes)
        for name, value in attributes:
            assert name != "href" or value.startswith(("https://", "http://")), value

    def handle_data(self, data):
        self.words += data


def first_and_last(date):
    assert set(date) <= DATE, date
    year, month, day = date["year"], date.get("month"), date.get("day")
    assert isinstance(year, int), date
    assert month is None or 1 <= month <= 12, date
    assert day is None or month is not None and 1 <= day <= calendar.monthrange(year, month)[1], date
    last = day or calendar.monthrange(year, month or 12)[1]
    return (year, month or 1, day or 1), (year, month or 12, last)


def check_text(text):
    assert set(text) <= {"headline", "text"} and text["headline"], text
    for words in text.values():
        tags = Tags()
        tags.feed(words)
        assert tags.tags <= TAGS and tags.attributes <= {"href", "rel"}, tags.tags


def check_slides(timeline):
    assert set(timeline) <= {"events", "title", "eras", "scale"}
    assert timeline["scale"] in ("human", "cosmological")
    check_text(timeline["title"]["text"])
    ids, shapes = set(), {}
    for slide in timeline["events"]:
        assert set(slide) <= SLIDE, set(slide) - SLIDE
        assert slide["unique_id"] not in ids, "two slides have one id"
        ids.add(slide["unique_id"])
        first, last = first_and_last(slide["start_date"])
        if "end_date" in slide:
            assert first_and_last(slide["end_date"])[1] >= last, slide
        check_text(slide["text"])
        assert isinstance(slide.get("group", ""), str)
        shape = "-".join(part for part in ("year", "month", "day") if part in slide["start_date"])
        shapes[shape] = shapes.get(shape, 0) + 1
    return shapes


def check(program):
    shapes = check_slides(json.loads(program.export("timelinejs").read_text()))
    assert {"year-month", "year-month-day"} <= set(shapes), f"dates have lost or gained parts: {shapes}"
    for group in ("class", "type", "place", "none"):
        check_slides(json.loads(program.export("timelinejs", "--group", group).read_text()))
    one = json.loads(program.export("timelinejs", "Kursk Oblast").read_text())
    check_slides(one)
    assert one["title"]["text"]["headline"] == "Kursk Oblast"
    assert 0 < len(one["events"]) < sum(shapes.values())
    return f"{sum(shapes.values())} slides by the documented rules: {shapes}; {len(one['events'])} of Kursk Oblast"
