"""Names of the shapes that training text has too few of, put in the place of others: titles before names, initials, hyphens, units,
organizations with "of", "&" and commas, places that no list knows."""
import dataclasses

from data import Sentence
from name_sets import bio_spans

TITLES = """Deputy Secretary of State|Secretary of State|Secretary of Defense|Foreign Minister|Deputy Foreign Minister|Prime Minister|Deputy
Prime Minister|President|Vice President|Defence Minister|Interior Minister|Minister of Finance|Attorney General|Secretary General|Deputy
Attorney General|National Security Adviser|Chief of Staff|Chief Executive|CEO|Chairman|Director|Managing Director|Spokesman|spokeswoman|
Sen .|Rep .|Gov .|Lt . Gov .|Mayor|Judge|Justice|Chief Justice|Ambassador|Special Envoy|Envoy|Gen .|Lt . Gen .|Maj . Gen .|Brig . Gen .|
Col .|Lt . Col .|Maj .|Capt .|Navy Capt .|Army Col .|Air Force Gen .|Marine Sgt .|Sgt .|Staff Sgt .|Cpl .|Petty Officer|Adm .|Rear Adm .|
Vice Adm .|Commander|Field Marshal|Major General|Lieutenant Colonel|Captain|Inspector|Detective|Police Chief|Sheriff|Dr .|Prof .|Mr .|
Mrs .|Ms .|Sir|Lord|Sheikh|Ayatollah|Imam|Mullah|Archbishop|Cardinal|Rabbi|Rev .|King|Queen|Prince|Crown Prince|Emir|Sultan|former
President|then - Prime Minister|acting Defense Secretary|Colonel|General|Senator|Governor|Premier|Chancellor""".replace("\n", " ").split("|")
PARTICLES = ["van", "von", "de", "al", "el", "bin", "ibn", "da", "du", "van der", "de la", "Abu"]
FIELDS = """Defence|Defense|Finance|Foreign Affairs|Education|Health|Agriculture|Trade|Energy|Justice|Economic Affairs|Human Rights|Labour|
Transport|Science|Public Works|the Interior|Culture|Communications|Space Research|Rural Development|Human Services|Water|Industry|
International Development|Islamic Culture|Veterans Affairs|Housing|Tourism|Mines|Petroleum""".replace("\n", "").split("|")
BODIES = ["Ministry of", "Department of", "Office of", "Bureau of", "Directorate of", "Committee on", "Council on", "Agency for", "Institute of",
          "Commission on", "Federation of", "Association of", "Academy of", "Board of", "Centre for", "Center for", "Secretariat of"]
GROUPS = ["Movement for", "Front for the Liberation of", "Party of", "Army of", "Union of", "Brigades of", "Council of", "Bank of", "University of",
          "Government of", "Parliament of", "House of", "Friends of", "Voice of", "Chamber of Commerce of", "High Court of", "Church of"]
TRADES = ["Holdings", "Industries", "Airlines", "Systems", "Motors", "Partners", "Media", "Energy", "Steel", "Foods", "Capital", "Technologies",
          "Shipping", "Logistics", "Pharmaceuticals", "Bank", "Oil", "Telecom", "Brothers", "Group", "Records", "Press", "Insurance"]
FORMS = ["Inc .", "Corp .", "Ltd .", "LLC", "PLC", "AG", "S . A .", "Co .", "Co . , Ltd .", ", Inc .", ", LLP", "GmbH"]
UNITS = ["Battalion", "Brigade", "Infantry Division", "Airborne Division", "Armoured Regiment", "Fleet", "Squadron", "Fighter Wing",
         "Marine Regiment", "Army Corps", "Expeditionary Unit", "Mechanised Brigade", "Rifle Division", "Engineer Battalion"]
CODES = ["CTF", "TF", "JTF", "Task Force", "Combined Task Force", "Joint Task Force", "Task Group", "VFA", "Unit", "Company"]
SHIPS = ["USS", "HMS", "INS", "MV", "MT", "USNS", "RFA", "HMAS", "SS"]
STARTS = "b br ch d f g gh h j k kh kr l m n p r s sh t th v w y z".split()
MIDDLES = "a e i o u aa ai ei ou ia".split()
ENDS = "n r l m sh k t d nd rk b h s z".split() + [""] * 8
TEMPLATES = """The @SHIP left @LOC on Monday .|@SHIP , which belongs to @ORG , was seen near @LOC .|Crew of @SHIP told @PER that they had been fired on .|
@TITLE @PER visited @LOC with @TITLE @PER .|Gunmen shelled @LOC and attacked @LOC .|@UNIT moved from @LOC to @LOC .|@PER , commander of @UNIT , was
killed near @LOC .|@UNIT is led by @TITLE @PER .|The towns of @LOC and @LOC fell to @ORG .|@ORG and @ORG signed an agreement in @LOC .|@PER joined @ORG
in 1998 .|@PER , @PER and @PER were arrested in @LOC .|@TITLE @PER of @ORG said so .|@PER works for @ORG in @LOC , @LOC .|Aboard @SHIP , @TITLE @PER spoke to
sailors of @UNIT .|IS militants attacked @LOC .|According to @ORG , @PER never went to @LOC .|@TITLE @PER , who heads @ORG , met @TITLE @PER .|"
@ORG denies this , " said @PER .|@PER was born in @LOC .|They shelled @LOC with rockets from @LOC .""".replace("\n", " ").split("|")


@dataclasses.dataclass
class NamePools:
    """Words of names in the training sets, by where they stand."""
    given: list
    family: list
    places: list

    @classmethod
    def of(cls, sentences):
        given, family, places = set(), set(), set()
        for sentence in sentences:
            for start, end, label in bio_spans([tag or "O" for tag in sentence.names or []]):
                forms = sentence.forms[start:end]
                if label == "PER" and len(forms) == 2 and all(form.isalpha() and form.istitle() for form in forms):
                    given.add(forms[0])
                    family.add(forms[1])
                if label == "LOC" and len(forms) == 1 and forms[0].isalpha() and forms[0].istitle():
                    places.add(forms[0])
        return cls(sorted(given), sorted(family), sorted(places))


class NameMaker:
    """Draws names; a glued word is written with a tilde before it."""

    def __init__(self, pools, rng):
        self.pools, self.rng = pools, rng

    def syllables(self, count):
        rng = self.rng
        return "".join(rng.choice(STARTS) + rng.choice(MIDDLES) + (rng.choice(ENDS) if last == count - 1 or rng.random() < 0.2 else "")
                       for last in range(count))

    def invented(self):
        return self.syllables(self.rng.choice((2, 2, 2, 3))).capitalize()

    def given(self):
        return self.rng.choice(self.pools.given) if self.rng.random() < 0.7 else self.invented()

    def family(self):
        return self.rng.choice(self.pools.family) if self.rng.random() < 0.6 else self.invented()

    def initial(self):
        return self.rng.choice("ABCDEFGHIJKLMNOPRSTVW") + "."

    def person(self):
        rng = self.rng
        return rng.choice((
            lambda: f"{self.given()} {self.family()}",
            lambda: f"{self.given()} {self.family()}",
            lambda: self.family(),
            lambda: f"{self.invented()} {self.invented()} ~- ~{self.syllables(1)}",
            lambda: f"{self.given()} {self.family()} ~- ~{self.family()}",
            lambda: f"{self.given()} ~- ~{self.given()} {self.family()}",
            lambda: f"{self.initial()} {self.initial()} {self.family()}",
            lambda: f"{self.initial()} {self.family()}",
            lambda: f"{self.given()} {self.initial()} {self.family()}",
            lambda: f"{self.given()} {rng.choice(PARTICLES)} {self.family()}",
            lambda: f"{self.given()} al ~- ~{self.family()}",
            lambda: f"{self.given()} {self.given()} {self.family()}",
            lambda: f"{self.given()} O'{self.family()}",
            lambda: f"{self.given()} {self.family()} {rng.choice(('Jr .', 'Sr .', 'III', 'II'))}",
        ))()

    def place(self):
        rng = self.rng
        return rng.choice((
            lambda: rng.choice(self.pools.places),
            lambda: self.invented(), lambda: self.invented(), lambda: self.invented(),
            lambda: f"{rng.choice(('Port', 'Fort', 'Camp', 'New', 'Upper', 'North', 'South', 'Lake', 'Mount', 'Tel', 'El', 'San', 'Saint'))} {self.invented()}",
            lambda: f"{self.invented()} {rng.choice(('Province', 'County', 'River', 'Valley', 'Island', 'District', 'Pass', 'Heights'))}",
            lambda: f"{self.invented()} ~- ~{self.invented()}",
        ))()

    def unit(self):
        rng = self.rng
        number = rng.randrange(1, 200)
        ordinal = f"{number}{'th' if 10 < number % 100 < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
        return rng.choice((
            lambda: f"{ordinal} {rng.choice(UNITS)}", lambda: f"{ordinal} {rng.choice(UNITS)}",
            lambda: f"{rng.choice(CODES)} {number}", lambda: f"{rng.choice(CODES)} ~- ~{number}",
            lambda: f"{rng.choice(CODES)} {self.invented()}",
        ))()

    def organization(self):
        rng = self.rng
        body = lambda: f"{rng.choice(BODIES)} {rng.choice(FIELDS)}"
        return rng.choice((
            body, lambda: f"{body()} and {rng.choice(FIELDS)}", lambda: f"{body()} , {rng.choice(FIELDS)} and {rng.choice(FIELDS)}",
            lambda: f"{rng.choice(GROUPS)} {rng.choice(self.pools.places)}",
            lambda: f"{rng.choice(GROUPS)} {self.place()}",
            lambda: f"{self.family()} & {self.family()}",
            lambda: f"{self.family()} , {self.family()} & {self.family()}",
            lambda: f"{self.family()} {rng.choice(TRADES)}",
            lambda: f"{self.family()} {rng.choice(TRADES)} {rng.choice(FORMS)}",
            lambda: f"{self.invented()} {rng.choice(FORMS)}",
            lambda: self.invented(),
            lambda: "".join(rng.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(rng.choice((3, 3, 4, 4, 5)))),
            lambda: f"{rng.choice(self.pools.places)} {rng.choice(('Times', 'Post', 'United', 'National Bank', 'Police', 'Airways', 'University'))}",
            lambda: f"International {rng.choice(('Federation', 'Committee', 'Organization', 'Association'))} {rng.choice(('of', 'for'))} {rng.choice(FIELDS)}",
            self.unit, self.unit,
        ))()

    def of(self, label):
        return {"PER": self.person, "ORG": self.organization, "LOC": self.place}[label]()


def words_of(text):
    """Forms, and for each whether it is glued to the one before; a full stop belongs to the word before it."""
    forms, glued = [], []
    for word in text.split():
        if word == "." and forms:
            forms[-1] += "."
            continue
        forms.append(word.removeprefix("~"))
        glued.append(word.startswith("~") or word == ",")
    return forms, glued


def spliced(sentence, pieces):
    """A sentence of names alone from (forms, glued, tags) one after another."""
    forms, glued, tags = [], [], []
    for own_forms, own_glued, own_tags in pieces:
        forms += own_forms
        glued += own_glued
        tags += own_tags
    spaces = [not following for following in [*glued[1:], False]]
    return Sentence(id=sentence.id, document=sentence.document, forms=forms, spaces=spaces, names=tags)


def named(forms, glued, label):
    return forms, glued, [("B-" if index == 0 else "I-") + label for index in range(len(forms))]


def renamed(sentence, maker, share=0.6):
    """The sentence's names with some of the names replaced, people now and then after a title; None if it has no name."""
    rng = maker.rng
    spans = bio_spans([tag or "O" for tag in sentence.names])
    if not spans:
        return None
    glued = [False] + [not space for space in sentence.spaces[:-1]]
    pieces, at = [], 0
    for start, end, label in spans:
        pieces.append((sentence.forms[at:start], glued[at:start], sentence.names[at:start]))
        if rng.random() < share:
            before = sentence.forms[start - 1] if start else ""
            if label == "PER" and rng.random() < 0.4 and before[-1:] != "." and not before[:1].isupper():
                forms, own = words_of(rng.choice(TITLES))
                pieces.append((forms, own, ["O"] * len(forms)))
            forms, own = words_of(maker.of(label))
            own[0] = glued[start] and before in ("(", '"', "'", "-", "/", "[")
            pieces.append(named(forms, own, label))
        else:
            pieces.append((sentence.forms[start:end], glued[start:end], sentence.names[start:end]))
        at = end
    pieces.append((sentence.forms[at:], glued[at:], sentence.names[at:]))
    return spliced(sentence, pieces)


def from_template(maker, number=0):
    """A made sentence of ships, units, titles and unknown towns; a ship is no name of our three categories."""
    rng, pieces = maker.rng, []
    for word in rng.choice(TEMPLATES).split():
        if word == "@TITLE":
            forms, glued = words_of(rng.choice(TITLES))
            pieces.append((forms, glued, ["O"] * len(forms)))
        elif word == "@SHIP":
            forms = [*rng.choice(SHIPS).split(), maker.invented()]
            pieces.append((forms, [False] * len(forms), ["O"] * len(forms)))
        elif word == "@UNIT":
            pieces.append(named(*words_of(maker.unit()), "ORG"))
        elif word in ("@PER", "@ORG", "@LOC"):
            pieces.append(named(*words_of(maker.of({"@PER": "PER", "@ORG": "ORG", "@LOC": "LOC"}[word])), word[1:]))
        else:
            pieces.append(([word], [word in (",", ".")], ["O"]))
    sentence = Sentence(id=f"made-{number}", document=f"made-{number}", forms=[], spaces=[])
    return spliced(sentence, pieces)
