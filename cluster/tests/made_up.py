"""Short documents that are made up, the same for the same seed: enough to see whether sums are sums."""

import random

PEOPLE = ["Anna", "Boris", "Clara", "David", "Elena", "Farid", "Greta", "Hassan", "Irene", "Jonas"]
FAMILIES = ["Keller", "Lindqvist", "Moreau", "Novak", "Okafor", "Petrov", "Quist", "Rossi", "Sato", "Tanaka"]
COMPANIES = ["Acme", "Borealis", "Cobalt", "Dynamo", "Everest", "Falcon", "Granite", "Horizon"]
PLACES = ["Oslo", "Lima", "Cairo", "Riga", "Hanoi", "Quito", "Accra", "Tunis"]
SENTENCES = [
    "{person} works for {company}.", "{person} founded {company} in {place}.", "{person} met {other} in {place}.",
    "{person} was born in {place} in {year}.", "{company} bought {rival}.", "{person} did not join {company}.",
    "According to {other}, {person} leads {company}.", "{person} married {other} in {year}.",
    "{company} may sue {rival}.", "{person} criticised {other}. He left {place}.", "{PERSON} visited {place}.",
]


def documents(count, seed=1):
    """`count` pairs of a name and a text; one in fifty has no text."""
    chance = random.Random(seed)
    for number in range(count):
        sentences = []
        for _ in range(chance.randint(1, 4)):
            person, other = (f"{chance.choice(PEOPLE)} {chance.choice(FAMILIES)}" for _ in range(2))
            company, rival = (f"{chance.choice(COMPANIES)} {chance.choice(['Corp', 'Ltd', 'Group'])}" for _ in range(2))
            sentences.append(chance.choice(SENTENCES).format(
                person=person, PERSON=person.upper(), other=other, company=company, rival=rival,
                place=chance.choice(PLACES), year=chance.randint(1900, 2020)))
        yield f"made-up/{number:06}", None if number % 50 == 7 else f"Report {number}. " + " ".join(sentences)
