"""Who is behind an incident, and how surely."""
from .document import Filler
from .words import LAYERS, head_is, singular, words


class Authors:
    """The perpetrators of an incident; for `Template`."""

    def accused(self):
        """Who is said to be behind it: bodies or people with the confidence of that."""
        found = []
        last = max(each.sentence for each in self.incident.mentions)
        first = min(each.sentence for each in self.incident.mentions)
        for event in self.document.record.get("events", []):
            number = self.document.sentence(event["start"])
            if not first <= number <= last + 3 or event.get("polarity") == "NEG":
                continue
            said = self.document.words(event).lower()
            claims = event["type"] == "confirm" and any(each in said for each in ("responsib", "claim", "credit"))
            roles = ("agent",) if claims else ("patient",) if event["type"] in ("accuse", "charge", "arrest") else ()
            for argument in event.get("arguments", []):
                if argument["role"] not in roles:
                    continue
                filler = Filler(self.document, argument)
                if filler.kind not in ("person", "group", "agency", "unit") or event["type"] == "arrest" and number != first:
                    continue
                agents = [Filler(self.document, each) for each in event["arguments"] if each["role"] == "agent"]
                official = any(head_is("state", each.text) or head_is("human", each.text) for each in agents)
                accused = "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"
                confidence = "CLAIMED OR ADMITTED" if claims else accused
                found.append((filler, confidence))
        return found

    def beside(self):
        """Rebels whom the incident's own sentences name without saying what they did."""
        numbers = {each.sentence for each in self.incident.mentions if each.kind != "effect"}
        victims = {each.key for each, _ in self.humans.values()}
        found = []
        for at, mention in enumerate(self.document.mentions):
            if self.document.sentence(mention["start"]) not in numbers or ("chain", mention["chain"]) in victims:
                continue
            text = self.document.words(mention)
            if mention["kind"] == "agency" and mention["form"] == "name" and self.document.is_rebel(mention) \
                    or mention["form"] == "nominal" and mention["kind"] in ("group", "person", "agency") \
                    and head_is("outlaw", text):
                found.append(Filler(self.document, {**mention, "mention": at}))
        return found

    def doubt(self):
        """How the incident's own sentences put the blame, if not as a fact."""
        said = set().union(*(each.words for each in self.incident.mentions))
        return "SUSPECTED OR ACCUSED" if said & set(LAYERS["suspicion"]) else None

    def confidence(self, filler, confidence):
        if filler.chain in self.document.claimants():
            return "CLAIMED OR ADMITTED"
        return confidence if confidence != "REPORTED AS FACT" else self.doubt() or confidence

    def is_state(self, filler):
        """Whether a perpetrator acts for a state: "members of the armed forces"."""
        said = set(map(singular, words(filler.name or filler.text)))
        return bool(said & set(LAYERS["state"])) and not said & (set(LAYERS["outlaw"]) | set(LAYERS["bandit"]))

    def is_body(self, filler):
        """Whether somebody is an organization and not people."""
        if filler.form == "name" and filler.kind in ("agency", "unit"):
            return True
        return filler.kind == "agency" and not head_is("rebel", filler.text) and not head_is("outlaw", filler.text)

    def fill_agents(self, slots):
        agents = [(filler, "REPORTED AS FACT") for filler, _ in self.agents.values()]
        known = {filler.key for filler, _ in agents}
        accused = [each for each in self.accused() if each[0].key not in known]
        agents += accused
        if not agents:
            agents = [(filler, "REPORTED AS FACT") for filler in self.beside()]
        agents = [(filler, self.confidence(filler, confidence)) for filler, confidence in agents]
        state = False
        bodies, people = {}, []
        for filler, confidence in agents:
            if self.is_body(filler):
                bodies.setdefault((filler.name or filler.text).upper(), confidence)
            else:
                text = filler.name or filler.text
                if text and text.upper() not in people:
                    people.append(text.upper())
                inside = [each for each in self.document.mentions if each["kind"] == "agency" and each["form"] == "name"
                          and each["start"] >= filler.start and each["end"] <= filler.end]
                for each in inside[:1]:
                    bodies.setdefault((self.document.name(each["chain"]) or self.document.words(each)).upper(), confidence)
            state = state or self.is_state(filler)
        rebel = self.document.rebels()
        if not bodies and rebel and not state and people:
            chain = next(each["chain"] for each in self.document.mentions if self.document.name(each["chain"]) == rebel[0])
            claims = chain in self.document.claimants()
            bodies[rebel[0].upper()] = "CLAIMED OR ADMITTED" if claims else self.doubt() or "REPORTED AS FACT"
        slots["perpetrator_individual"] += people
        for body, confidence in bodies.items():
            slots["perpetrator_organization"].append(body)
            slots["perpetrator_confidence"].append({"value": confidence, "of": body})
        slots["category"].append("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT")
