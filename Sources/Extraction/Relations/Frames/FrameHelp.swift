/// The frame format in words, as `kg help frames` and `docs/frames.md` give it.
package enum FrameHelp {
  /// Plain text with indented samples.
  package static let text = """
    A frame file says which words state a relation and where its two parties stand. The built-in ones are printed by \
    `kg frames show`; a file given with --frames adds to them. One statement a line, # starts a comment:

      relation leader
        verb lead head chair          S=subject O=object
        noun leader head chairman     S=self O=of|possessive|compound
        noun leadership               S=of|possessive O=under  confidence=0.7
        + Maria Keller heads the Fisheries Board. => Maria Keller | Fisheries Board
        - Maria Keller never headed the Fisheries Board.

    RELATION. “relation NAME” opens a relation; “override NAME” does so and forgets what the built-in files say of it. A \
    name outside of the vocabulary makes a relation of your own: “relation sister-city symmetric subject=place \
    object=place”. The types are person, organization, group, place, event, object, role, concept, time, quantity.

    PATTERN. A kind of trigger, its words, then S= and O=. Kinds: verb, noun, adjective; name (any name, no words); title \
    (a word of a title before a name). Words are lemmas; “_” joins several that hang together, a verb first (take_part), \
    a noun last (guardian_angel); “@profession” stands for a list of words.tsv, “@attacked.verb” for a class of classes.tsv \
    (verb, act, agent or adjective of a relation), of which the words that the relation lists by themselves are left out. A \
    noun pattern without words is for any noun.

    NOMINAL. “nominal attack raid S=actor! O=on|against|of” gives the nouns for a deed, the types of who does it, and the \
    prepositions before whom it is done to; it stands for “X's attack on Y”, “the attack by X on Y”, “X launched an attack \
    on Y”, “the killing of Y by X”, “Y is under attack from X” and, with “between”, “the war between X and Y”.

    ROLES lead from the trigger to a party; the first alternative that leads to one counts (|), dots go on from there \
    (object.of). They are the roles of meaning, whatever the voice and the clause: “X attacked Y”, “Y, which was attacked \
    by X”, “X began to attack Y” and “X launched an attack on Y” are the same.
      subject, object, recipient    of a verb; of a noun the subject of “is” and of verbs such as have, launch, sign
      in, with, against, …          any preposition; “by” of a passive is the subject
      complement, time              what a verb governs; a phrase of time without preposition
      clause                        an infinitive or participle beside it: “marched to demand”, “a threat to attack”
      auxiliary, case               “must” of “must return”; the preposition before a noun; both for conditions
      controller                    the clause's subject, for a noun beside it that has no subject of its own: “despite good \
    relations with X, Y …”
      possessive, compound          X's visit, the X visit
      nationality                   the Turkish visit
      modifier                      adjectives and other words before a noun, for conditions
      self, identity                what the noun is said of: “X is the leader”, “X, the leader”, “leader X”, “X serves as \
    leader”; self is the noun itself where it says who it is
      phrase, term                  the noun's own phrase, as a description or as an office, profession or kind
      holder                        the name behind a title
      agent, patient, whole, place  subject|by|possessive|nationality|compound; of|object|possessive|compound|nationality; \
    of|possessive|compound|nationality; in|at|near|around|on|throughout|across
    After a colon come types that fit better than the relation's own (O=with:person,group); “!” makes them a must; “state” \
    lets a capital stand for its country, and “actor” is short for person,organization,group,place.

    CONDITIONS. “if from=list|register” asks for one of these words in a role, “if from” for any, “if from|off=list” \
    looks in several roles, “unless modifier=deputy|vice” forbids. Plurals of the words count too.

    CHOICE. Where several relations read the same two phrases at one trigger, the highest priority=, then the highest \
    confidence= (0 to 1, usually 0.85) wins; “also” lets a pattern stand beside others.

    EXAMPLES. “+” gives a sentence and the claims it must yield, positive and certain, and no others of the relation; “-” \
    one that must yield none. Negation, doubt, tense and who says so are read for all frames alike.
    """
}
