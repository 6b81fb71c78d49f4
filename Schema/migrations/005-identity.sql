-- Who is who across documents. What documents say stays as it is, by the entities that their names make; a judgement joins
-- those entities or keeps them apart, and an undone judgement leaves no trace in the graph.

-- Tells entities of one folded name apart: `person`; `@` and a document's digest for what a judgement cut out of the others of
-- its name, or a name too common to be one across documents; both. NULL for all else.
ALTER TABLE entity ADD COLUMN part TEXT;
-- The entity that stands for this one and bears its claims and edges; NULL for one that stands for itself.
ALTER TABLE entity ADD COLUMN canonical INTEGER REFERENCES entity (id);
CREATE INDEX entity_canonical ON entity (canonical) WHERE canonical IS NOT NULL;
-- What entities of the same key are one by: a fixed abbreviation written out, a legal form left out; NULL where it is the name itself.
ALTER TABLE entity ADD COLUMN key TEXT;
CREATE INDEX entity_key ON entity (key) WHERE key IS NOT NULL;

-- Rows are only added, and go only with the last document that knows what they speak of. Each end is a key that stays when
-- documents are read again: a folded name, a tab and its part; or a tab, `#` and an identifier.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,            -- what was judged at once, and can be undone at once
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure', 'name', 'type', 'reject', 'undo')),
  left TEXT NOT NULL,                -- the lesser of the two, but for a rejected edge its subject
  right TEXT NOT NULL,
  value TEXT,                        -- the name or type given; the layer and relation of a rejected edge
  score REAL,
  reason TEXT,
  judge TEXT NOT NULL,
  at TEXT NOT NULL,                  -- RFC 3339
  voids INTEGER REFERENCES judgement (id)
) STRICT;
CREATE INDEX judgement_left ON judgement (left);
CREATE INDEX judgement_right ON judgement (right);
CREATE INDEX judgement_voids ON judgement (voids) WHERE voids IS NOT NULL;
CREATE INDEX judgement_batch ON judgement (batch);

-- The ends that a row of a graph file has itself, where its edge stands between others that stand for them.
CREATE TABLE moved_row (
  document INTEGER NOT NULL REFERENCES document (id),
  row INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES entity (id),
  object INTEGER NOT NULL REFERENCES entity (id),
  PRIMARY KEY (document, row)
) STRICT, WITHOUT ROWID;

-- Pairs that may be one, as they were last looked for; judged ones are left out when they are read.
CREATE TABLE suggestion (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  score REAL NOT NULL,
  features TEXT NOT NULL,            -- JSON
  PRIMARY KEY (left, right)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_score ON suggestion (score);

-- The edges that living judgements reject: what would make them stays, and they are not made.
CREATE TABLE rejected_edge (
  subject INTEGER NOT NULL,
  relation INTEGER NOT NULL,
  object INTEGER NOT NULL,
  PRIMARY KEY (subject, relation, object)
) STRICT, WITHOUT ROWID;
