"""Made-up news articles: wars and politics, several outlets, one set of happenings.

All sentences and all people are invented; places and institutions are real so that the tables know them. What is
made is a function of the seed. The traps are on purpose: figures that differ between outlets, exact and near copies,
wire stories inside longer articles, several versions of one address (also of one day, also without a day, also by
links that differ in what does not matter), articles without a date, without an address, with neither.
"""
import dataclasses
import datetime
import json
import random

PLACES = [
    ("Kursk", "the Kursk region"), ("Sumy", "the Sumy region"), ("Kharkiv", "the Kharkiv region"),
    ("Pokrovsk", "the Donetsk region"), ("Kupiansk", "the Kharkiv region"), ("Odesa", "the Odesa region"),
    ("Zaporizhzhia", "the Zaporizhzhia region"), ("Kherson", "the Kherson region"), ("Belgorod", "the Belgorod region"),
    ("Goma", "eastern Congo"), ("El Fasher", "Darfur"), ("Aleppo", "northern Syria"), ("Mosul", "northern Iraq"),
]
CAPITALS = ["Kyiv", "Warsaw", "Ankara", "Geneva", "Seoul", "Brussels", "Vienna", "Riyadh", "Nairobi", "Doha"]
SIDES = [("Ukrainian", "Russian"), ("Russian", "Ukrainian"), ("Syrian", "Turkish"), ("Congolese", "Rwandan"),
         ("Sudanese", "Ethiopian")]
FIRST = ["Ihor", "Maria", "Petro", "Anneli", "Tomasz", "Leyla", "Joseph", "Hana", "Viktor", "Amal", "Соломія", "Zoë"]
LAST = ["Veresnik", "Halmaty", "Korostin", "Aaltamo", "Brzozan", "Demirsoy", "Mukendira", "Sohwang", "Тихокрай",
        "O'Dranagh", "von Eyssenburg", "Petrescu-Vladan"]
OFFICES = ["spokesman", "spokeswoman", "defence minister", "governor", "colonel", "mayor", "lawmaker", "ambassador"]
OUTLETS = ["Harbour Observer", "The Plain Dealer's Post", "Northern Telegraph", "Valley Courier", "Wire of the East",
           "Meridian Review", "Lakeside Herald", None]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]
SMALL = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}

HAPPENINGS = {
    "capture": [
        "{Side} troops captured {n} {other} soldiers near {place} on {day}.",
        "{n_cap} {other} soldiers were captured by {side} forces in {region}, {voice} said on {day}.",
        "According to {voice}, {side} paratroopers took {n} {other} soldiers prisoner outside {place}.",
    ],
    "kill": [
        "At least {n} people were killed in {place} on {day}.",
        "{voice_cap} said that {n} {other} soldiers had been killed near {place}.",
        "More than {n} civilians have died in {region} since {day}, {voice} told reporters.",
    ],
    "injure": [
        "{n_cap} people were wounded when shells fell on {place} on {day}.",
        "Some {n} residents of {place} were injured, according to {voice}.",
    ],
    "strike": [
        "{Side} drones struck an oil depot in {place} on {day}.",
        "A missile hit a power station near {place}, {voice} said.",
        "{Side} aircraft bombed a railway bridge in {region} on {day}, killing {n} people.",
    ],
    "deploy": [
        "{Side} commanders have deployed about {big} soldiers to {region}.",
        "{voice_cap} estimated that {big} {other} troops were stationed in {region} on {day}.",
        "Between {big} and {bigger} soldiers were sent to {place}, {voice} said.",
    ],
    "withdraw": [
        "{Side} units withdrew from {place} on {day}.",
        "{voice_cap} denied that {side} forces had withdrawn from {place}.",
    ],
    "meet": [
        "{person} met {person2} in {capital} on {day}.",
        "{person}, the {office}, held talks with {person2} in {capital}.",
        "{person2} and {person} met in {capital} on {day} to discuss prisoners.",
    ],
    "arrest": [
        "Police in {capital} arrested {person} on {day}.",
        "{person} was arrested in {capital} on suspicion of espionage, {voice} said.",
    ],
    "release": [
        "{n_cap} prisoners were released near {place} on {day}.",
        "{voice_cap} said that {side} officials had freed {n} prisoners of war.",
    ],
    "sanction": [
        "The European Union imposed sanctions on {n} {other} companies on {day}.",
        "{person} announced sanctions against {n} {other} officials in {capital}.",
    ],
    "appoint": [
        "{person} was appointed {office} on {day}.",
        "{person2} has been named {office}, {voice} said in {capital}.",
    ],
    "protest": [
        "Thousands of people protested in {capital} on {day}.",
        "About {big} people marched through {capital}, {voice} said.",
    ],
}
BACKGROUND = [
    "The claims could not be checked independently.",
    "It was not clear at first who had given the order.",
    "Fighting in the area has gone on for months.",
    "This was the first such incident in {region} this year.",
    "It was not the first time that {place} had come under fire, {voice} added.",
    "He said the wounded had been taken to a hospital in {capital}.",
    "“We shall go on,” {person} said.",
    "Neither side has said how many of its own soldiers it has lost.",
    "The ministry had reported {n} last week and later corrected the figure.",
    "Officials in {capital} have said that talks may begin next month.",
]


@dataclasses.dataclass
class Happening:
    """Something that several articles tell of, each in its own way."""
    kind: str
    day: datetime.date
    place: tuple
    capital: str
    sides: tuple
    number: int
    thousands: int
    person: str
    person2: str
    voice: str
    office: str


@dataclasses.dataclass
class Article:
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def line(self, number):
        """The article as a line of JSON Lines; what is not known is left out."""
        fields = {"id": f"made-{number}", "title": self.title, "outlet": self.outlet, "url": self.url,
                  "published": self.published, "text": self.text}
        return json.dumps({key: value for key, value in fields.items() if value is not None}, ensure_ascii=False)

    def markdown(self):
        fields = {"title": self.title, "outlet": self.outlet, "url": self.url, "date": self.published, "language": "en"}
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items() if value)
        return f"---\n{head}---\n\n{self.text}\n"


class Newsroom:
    """Writes articles about a fixed set of happenings."""

    def __init__(self, seed):
        self.random = random.Random(f"newsroom/{seed}")
        self.start = datetime.date(2025, 1, 6) + datetime.timedelta(days=self.random.randrange(200))
        self.people = [f"{first} {last}" for first in FIRST for last in LAST]
        self.random.shuffle(self.people)
        self.happenings = [self._happening() for _ in range(24)]
        self.count = 0

    def articles(self, count):
        """So many articles; about half are independent, the others copies, versions and retellings of them."""
        made = []
        while len(made) < count:
            choice = self.random.random()
            if choice < 0.55 or len(made) < 5:
                made.append(self.article())
            elif choice < 0.63:
                made.append(self.copy(self.random.choice(made)))
            elif choice < 0.73:
                made.append(self.near_copy(self.random.choice(made)))
            elif choice < 0.80:
                made.append(self.around(self.random.choice(made)))
            else:
                made.append(self.version(self.random.choice(made)))
        return made

    def article(self):
        told = self.random.sample(self.happenings, self.random.randint(1, 3))
        told.sort(key=lambda happening: happening.day)
        latest = told[-1].day + datetime.timedelta(days=self.random.randrange(3))
        sentences = []
        for happening in told:
            lines = self.random.sample(HAPPENINGS[happening.kind], k=min(2, len(HAPPENINGS[happening.kind])))
            lines += self.random.sample(BACKGROUND, k=self.random.randint(1, 3))
            sentences.append(" ".join(self._filled(line, happening, latest) for line in lines))
        outlet = self.random.choice(OUTLETS)
        self.count += 1
        slug = f"{(outlet or 'page').lower().replace(' ', '-').replace(chr(39), '')}"
        return Article(
            text=f"{told[0].capital.upper()} - " + "\n\n".join(sentences),
            title=self._filled("{place}: what is known about the {kind}", told[-1], latest)
            if self.random.random() < 0.9 else None,
            outlet=outlet,
            published=self._published(latest) if self.random.random() < 0.8 else None,
            url=f"https://{slug}.example/{latest.year}/{self.count}" if self.random.random() < 0.7 else None)

    def copy(self, article):
        """The same words in another outlet, or the same article with nothing or less known about it."""
        choice = self.random.random()
        if choice < 0.3:
            return dataclasses.replace(article)
        if choice < 0.5:
            return dataclasses.replace(article, published=None, url=None)
        self.count += 1
        return dataclasses.replace(article, outlet=self.random.choice(OUTLETS),
                                   url=f"https://copies.example/{self.count}", published=self._later(article.published))

    def near_copy(self, article):
        """A sentence less or one more, or another headline."""
        parts = article.text.split(". ")
        if len(parts) > 3 and self.random.random() < 0.5:
            del parts[self.random.randrange(1, len(parts))]
        else:
            parts.insert(self.random.randrange(1, len(parts) + 1), "The report was carried by several papers")
        self.count += 1
        return Article(text=". ".join(parts), title=article.title, outlet=self.random.choice(OUTLETS),
                       published=self._later(article.published),
                       url=f"https://near.example/{self.count}" if self.random.random() < 0.7 else None)

    def around(self, article):
        """A longer article with a wire story inside it."""
        own = self.article()
        return dataclasses.replace(own, text=own.text + "\n\n" + article.text + "\n\n" + self.article().text)

    def version(self, article):
        """The same address with other words, another headline or another day; also by a link that differs in what does not matter."""
        if article.url is None:
            return dataclasses.replace(article, published=self._later(article.published))
        text = article.text
        choice = self.random.random()
        if choice < 0.4:
            for old, new in (("two", "three"), ("five", "six"), ("At least", "Around"), ("captured", "killed")):
                if old in text:
                    text = text.replace(old, new)
                    break
            text += " This article has been corrected."
        elif choice < 0.7:
            text = self.article().text
        elif choice < 0.85:
            text += "\n\n" + self._filled(self.random.choice(BACKGROUND), self.random.choice(self.happenings), self.start)
        published = self._later(article.published) if self.random.random() < 0.7 else self.random.choice(
            [article.published, None])
        url = article.url
        if self.random.random() < 0.3:
            url += self.random.choice(["?utm_source=feed", "#top", "?utm_medium=social&utm_campaign=x"])
        return dataclasses.replace(article, text=text, published=published, url=url)

    def _happening(self):
        pick = self.random.choice
        person, person2 = self.random.sample(self.people[:30], 2)
        return Happening(
            kind=pick(list(HAPPENINGS)), day=self.start + datetime.timedelta(days=self.random.randrange(25)),
            place=pick(PLACES), capital=pick(CAPITALS), sides=pick(SIDES), number=self.random.randint(2, 60),
            thousands=self.random.randint(1, 15) * 1000, person=person, person2=person2,
            voice=pick([f"{pick(OFFICES)} {pick(self.people[:30])}", "the General Staff", "the interior ministry",
                        "the United Nations", "the Red Cross", f"{pick(self.people[:30]).split()[-1]}"]),
            office=pick(OFFICES))

    def _filled(self, line, happening, published):
        """A sentence of the happening as one outlet tells it: figures, days and names vary."""
        number = happening.number + self.random.choice([0, 0, 0, 1, -1, 5])
        number = max(number, 2)
        words = SMALL.get(number, str(number))
        big = happening.thousands + self.random.choice([0, 0, 1000, 500])
        voice = happening.voice
        person = happening.person if self.random.random() < 0.6 else happening.person.split()[-1]
        side, other = happening.sides
        return line.format(
            n=words, n_cap=words.capitalize(), big=f"{big:,}", bigger=f"{big + 2000:,}", place=happening.place[0],
            region=happening.place[1], capital=happening.capital, side=side, Side=side, other=other, person=person,
            person2=happening.person2, voice=voice, voice_cap=voice[0].upper() + voice[1:], office=happening.office,
            kind=happening.kind, day=self._day(happening.day, published))

    def _day(self, day, published):
        if 0 <= (published - day).days < 6 and self.random.random() < 0.5:
            return day.strftime("%A")
        return f"{MONTHS[day.month - 1]} {day.day}" + (f", {day.year}" if self.random.random() < 0.3 else "")

    def _published(self, day):
        if self.random.random() < 0.3:
            return f"{day.isoformat()}T{self.random.randrange(24):02}:{self.random.randrange(60):02}:00Z"
        return day.isoformat()

    def _later(self, published):
        if published is None:
            return None
        day = datetime.date.fromisoformat(published[:10]) + datetime.timedelta(days=self.random.randint(0, 2))
        return day.isoformat()


def lines(seed, count):
    """So many articles as lines of JSON Lines."""
    return [article.line(number) for number, article in enumerate(Newsroom(seed).articles(count))]


def corpus_lines(corpora, count, seed):
    """Real articles where they are to be had, read at run time: all plain ones and a part of the stories."""
    found = []
    chosen = random.Random(f"corpus/{seed}")
    plain = corpora / "articles" / "articles.jsonl"
    if plain.exists():
        found += plain.read_text(encoding="utf-8").splitlines()
    stories = corpora / "reuters21578" / "articles.jsonl"
    if stories.exists():
        with open(stories, encoding="utf-8") as file:
            head = [line.rstrip("\n") for _, line in zip(range(4000), file)]
        found += chosen.sample(head, max(0, min(count - len(found), len(head))))
    return found[:count]


if __name__ == "__main__":
    import sys
    for made in lines(*(int(word) for word in sys.argv[1:3])):
        print(made)
