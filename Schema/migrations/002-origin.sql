-- How claims were read. A claim without a row here was stored before this was kept, or came without it.

-- What repeats from claim to claim: what proposed it and how its ends were found; empty where something does not apply. Claims do not
-- declare the reference, because checking it without an index would scan them; `uses` counts them, and an origin of no use goes.
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  place TEXT NOT NULL,               -- the pattern, as file:line
  construction TEXT NOT NULL,
  subject_way TEXT NOT NULL,
  object_way TEXT NOT NULL,
  subject_ground TEXT NOT NULL,      -- why a pronoun or description was taken for the subject
  object_ground TEXT NOT NULL,
  uses INTEGER NOT NULL,
  UNIQUE (source, place, construction, subject_way, object_way, subject_ground, object_ground)
) STRICT;

-- Words are kept as offsets in code points from the start of the document; the sentence has their text.
CREATE TABLE claim_origin (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  probability REAL,
  trigger_start INTEGER,             -- the word that states the relation; NULL, like its end, where none does
  trigger_end INTEGER,
  PRIMARY KEY (document, position),
  FOREIGN KEY (document, position) REFERENCES claim (document, position)
) STRICT, WITHOUT ROWID;

-- The words that gave polarity, modality and source.
CREATE TABLE origin_mark (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (document, position, kind, start),
  FOREIGN KEY (document, position) REFERENCES claim_origin (document, position)
) STRICT, WITHOUT ROWID;
