"""Stops that treebanks show too seldom: abbreviations in the middle of sentences and at their ends, made from real sentences.

A sentence gets an abbreviation where English has one (a title before a person, a form behind a company, "No." before a figure), or ends in
one, with the sentence that follows it behind. What stands around the stop is as the sets have it, names above all, so that the classifier
learns who begins a sentence and who does not.
"""
import random

from data import UNKNOWN

TITLES = (
    "Mr. Mrs. Ms. Dr. Prof. Rev. Fr. Hon. Gen. Maj. Col. Lt. Capt. Cmdr. Cdr. Adm. Sgt. Cpl. Pvt. Brig. Sen. Rep. Gov. Amb. Pres. Supt. Insp. Det. "
    "Messrs. Mme. St. Sec. Atty. Asst. Dep. Cllr. Ald. Ens. Pfc. Sr. Br. Msgr. Bp. Abp. Esq. Justice. ").replace(" Justice.", "").split()
DOUBLE_TITLES = ["Lt. Col.", "Lt. Gen.", "Maj. Gen.", "Brig. Gen.", "Prof. Dr.", "Atty. Gen.", "Rear Adm.", "Vice Adm.", "Lt. Cmdr.", "Staff Sgt.", "Asst. Prof."]
PLACE_TITLES = ["St.", "Mt.", "Ft.", "Pt.", "Ste."]
BEFORE_FIGURES = ["No.", "Nos.", "pp.", "p.", "Fig.", "Figs.", "Sec.", "Art.", "Vol.", "Ch.", "approx.", "ca.", "c.", "Eq.", "para."]
COMPANIES = ["Inc.", "Ltd.", "Co.", "Corp.", "Bros.", "Cos.", "Pty.", "S.A.", "N.V."]
JUNIORS = ["Jr.", "Sr.", "Esq."]
COUNTRIES = ["U.S.", "U.S.", "U.S.", "U.K.", "U.N.", "D.C.", "E.U.", "U.A.E.", "U.S.A.", "U.S.S.R.", "P.R.C.", "D.R.C.", "N.Y.", "L.A."]
TIMES = ["a.m.", "p.m."]
STREETS = ["St.", "Ave.", "Rd.", "Blvd.", "Ln.", "Sq."]
MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
LISTS = ["etc.", "et al."]
EXPLAINING = ["e.g.", "i.e.", "viz."]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific", "Greenwich"]


def common_nouns(sentences):
    """The forms that a treebank tags as common nouns."""
    return {form for s in sentences if s.upos for form, tag in zip(s.forms, s.upos) if tag == "NOUN" and form.islower()}


class Maker:
    def __init__(self, sentences, nouns, seed):
        self.random = random.Random(seed)
        self.sentences = [s for s in sentences if 4 <= len(s.forms) <= 40 and s.forms[0][:1].isupper() and s.forms[-1] == "."]
        self.people = [name for name in self.names("PER") if all(form[:1].isupper() and form[1:].islower() for form in name)]
        self.openings = [(s, span) for s in self.sentences for span in spans(s, "PER") if span[0] == 0]
        self.companies = self.names("ORG")
        self.institutions = self.institution_words(nouns)

    def names(self, kind):
        found = []
        for sentence in self.sentences:
            for start, end in spans(sentence, kind):
                found.append(sentence.forms[start:end])
        return found

    def institution_words(self, nouns):
        """Words with a capital inside names that are common nouns elsewhere ("Army", "Senate"): what may follow "the U.S."."""
        return sorted({
            form for s in self.sentences for start, end in spans(s, "ORG") for form in s.forms[start:end]
            if form[:1].isupper() and form[1:].islower() and form.lower() in nouns})

    def paragraphs(self, count):
        """`count` times two or three sentences, one of them with an abbreviation: lists of (forms, spaces)."""
        made = []
        while len(made) < count:
            first, second = self.random.choice(self.sentences), self.random.choice(self.sentences)
            kind = self.random.choice(self.KINDS)
            changed = kind(self, first)
            if changed is None:
                continue
            follows = self.about_somebody() if kind is Maker.ends and self.random.random() < 0.5 else (second.forms, second.spaces)
            block = [changed, follows]
            if self.random.random() < 0.3:
                other = self.random.choice(self.sentences)
                block.insert(0, (other.forms, other.spaces))
            made.append(block)
        return made

    def about_somebody(self):
        """A sentence that begins with a person, whose name is another's: far more names than begin a sentence in the sets."""
        sentence, (_, end) = self.random.choice(self.openings)
        name = self.random.choice(self.people)
        return name + sentence.forms[end:], [True] * (len(name) - 1) + sentence.spaces[end - 1:]

    # Each gives (forms, spaces), or None where the sentence has no place for it.
    def with_title(self, sentence):
        place = self.place(sentence, "PER")
        if place is None:
            return None
        roll = self.random.random()
        words = self.random.choice(TITLES if roll < 0.75 else DOUBLE_TITLES).split()
        return inserted(sentence, place[0], words)

    def with_place_title(self, sentence):
        place = self.place(sentence, "LOC")
        return inserted(sentence, place[0], [self.random.choice(PLACE_TITLES)]) if place else None

    def with_initial(self, sentence):
        place = self.place(sentence, "PER")
        if place is None or place[1] - place[0] < 2:
            return None
        count = 1 if self.random.random() < 0.7 else 2
        letters = [self.random.choice("ABCDEFGHIJKLMNOPRSTW") + "." for _ in range(count)]
        if self.random.random() < 0.3:
            forms, spaces = list(sentence.forms), list(sentence.spaces)
            forms[place[0]:place[0] + 1], spaces[place[0]:place[0] + 1] = letters, [True] * count
            return forms, spaces
        return inserted(sentence, place[0] + 1, letters)

    def with_company(self, sentence):
        place = self.place(sentence, "ORG")
        if place is None or place[1] >= len(sentence.forms) - 1 or sentence.forms[place[1]][:1].isupper():
            return None
        return inserted(sentence, place[1], [self.random.choice(COMPANIES)])

    def with_junior(self, sentence):
        place = self.place(sentence, "PER")
        if place is None or place[1] >= len(sentence.forms) - 1 or sentence.forms[place[1]][:1].isupper():
            return None
        return inserted(sentence, place[1], [self.random.choice(JUNIORS)])

    def with_figure(self, sentence):
        places = [i for i, form in enumerate(sentence.forms) if form.isdigit() and i > 0]
        return inserted(sentence, self.random.choice(places), [self.random.choice(BEFORE_FIGURES)]) if places else None

    def with_month(self, sentence):
        places = [i for i, form in enumerate(sentence.forms) if form.isdigit() and len(form) < 3 and i > 0]
        return inserted(sentence, self.random.choice(places), [self.random.choice(MONTHS)]) if places else None

    def with_country(self, sentence):
        """"the U.S. Army", "U.S. President X", "U.S. troops"."""
        country = self.random.choice(COUNTRIES)
        if self.random.random() < 0.5:
            place = self.place(sentence, "PER")
            if place is None:
                return None
            words = [country, self.random.choice(self.institutions)]
            return inserted(sentence, place[0], ["The"] * (place[0] == 0 and self.random.random() < 0.3) + words)
        places = [i for i, form in enumerate(sentence.forms) if form in self.institutions and i > 0]
        lower = [i for i, form in enumerate(sentence.forms[1:], 1) if sentence.upos and sentence.upos[i] == "NOUN"]
        places = places or lower
        return inserted(sentence, self.random.choice(places), [country]) if places else None

    def with_time(self, sentence):
        place = self.place(sentence, "PER") or self.place(sentence, "LOC")
        prepositions = [i for i, form in enumerate(sentence.forms) if i > 1 and form in ("in", "on", "and", "to", "with", "for")]
        if not prepositions:
            return None
        words = ["at", str(self.random.randint(1, 12)), self.random.choice(TIMES)]
        if self.random.random() < 0.4:
            words.append(self.random.choice(WEEKDAYS))
        return inserted(sentence, self.random.choice(prepositions), words) if place or prepositions else None

    def with_versus(self, sentence):
        place = self.place(sentence, "PER") or self.place(sentence, "ORG")
        if place is None:
            return None
        other = self.random.choice(self.people)
        return inserted(sentence, place[0], [*other, self.random.choice(["v.", "vs.", "v."])])

    def with_explanation(self, sentence):
        place = self.place(sentence, "LOC") or self.place(sentence, "ORG")
        if place is None or place[0] == 0:
            return None
        return inserted(sentence, place[0], [self.random.choice(EXPLAINING)])

    def ending(self, words):
        def change(sentence):
            forms, spaces = list(sentence.forms[:-1]), list(sentence.spaces[:-1])
            if not forms or not forms[-1][-1:].isalnum():
                return None
            spaces[-1] = True
            return forms + words, spaces + [True] * len(words)
        return change

    def ends(self, sentence):
        roll = self.random.random()
        if roll < 0.3:
            words = [self.random.choice(["in", "to", "from", "of", "by", "with"]), "the", self.random.choice(COUNTRIES)]
            if words[-1] in ("D.C.", "N.Y.", "L.A."):
                words = ["in", "Washington", ",", "D.C."] if words[-1] == "D.C." else ["in", words[-1]]
        elif roll < 0.55:
            words = [self.random.choice(["by", "for", "to", "from", "at"]), *self.random.choice(self.companies)[:3], self.random.choice(COMPANIES)]
        elif roll < 0.65:
            words = ["by", *self.random.choice(self.people)[:3], self.random.choice(JUNIORS)]
        elif roll < 0.78:
            words = ["at", str(self.random.randint(1, 12)), self.random.choice(TIMES)]
        elif roll < 0.86:
            words = self.random.choice([["etc."], ["and", "more", ",", "etc."], ["by", self.random.choice(self.people)[-1], "et", "al."]])
        elif roll < 0.93:
            words = ["on", *self.random.choice(self.people)[-1:], self.random.choice(STREETS)]
        elif roll < 0.97:
            words = ["in", self.random.choice(MONTHS)]
        else:
            words = ["in", "the", ".".join(self.random.choice("ABCDEFGIKLMNOPRSTU") for _ in range(self.random.randint(2, 4))) + "."]
        changed = self.ending(words)(sentence)
        if changed is not None and "," in words:
            forms, spaces = changed
            for index, form in enumerate(forms[1:], 1):
                if form == ",":
                    spaces[index - 1] = False
        return changed

    def place(self, sentence, kind):
        found = spans(sentence, kind)
        return self.random.choice(found) if found else None

    KINDS = [with_title] * 4 + [with_place_title, with_initial, with_initial, with_company, with_company, with_junior, with_figure, with_figure,
                                with_month, with_country, with_country, with_country, with_time, with_versus, with_explanation] + [ends] * 9


def spans(sentence, kind):
    found, start = [], None
    for index, tag in enumerate([*(sentence.names or []), "O"]):
        inside = tag not in (None, UNKNOWN, "O") and tag[2:] == kind
        if start is not None and not (inside and tag[0] == "I"):
            found.append((start, index))
            start = None
        if inside and start is None:
            start = index
    return found


def inserted(sentence, place, words):
    forms, spaces = list(sentence.forms), list(sentence.spaces)
    if place > 0 and not spaces[place - 1]:
        return None
    forms[place:place], spaces[place:place] = words, [True] * len(words)
    # A comma or stop right behind an abbreviation is written without a space.
    end = place + len(words)
    if end < len(forms) and forms[end] in (",", ")", ";", ":", "'s"):
        spaces[end - 1] = False
    return forms, spaces
