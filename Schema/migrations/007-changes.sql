-- What each write added, changed and took away. Of what is gone only the count stays: no word of a removed document is kept here.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ingest', 'import', 'remove', 'judge', 'undo')),
  at TEXT NOT NULL,                  -- RFC 3339
  batch INTEGER                      -- of judgements
) STRICT;
CREATE INDEX change_at ON change (at);

CREATE TABLE change_count (
  change INTEGER NOT NULL REFERENCES change (id),
  thing TEXT NOT NULL CHECK (thing IN ('document', 'claim', 'entity', 'edge')),
  operation TEXT NOT NULL CHECK (operation IN ('added', 'changed', 'joined', 'parted', 'removed')),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (change, thing, operation)
) STRICT, WITHOUT ROWID;

-- Which of the things that are still there a change added or changed; they go with what they speak of.
CREATE TABLE changed_document (
  document INTEGER NOT NULL REFERENCES document (id),
  change INTEGER NOT NULL REFERENCES change (id),
  operation TEXT NOT NULL CHECK (operation IN ('added', 'changed')),
  PRIMARY KEY (document, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_document_change ON changed_document (change);

CREATE TABLE changed_entity (
  entity INTEGER NOT NULL REFERENCES entity (id),
  change INTEGER NOT NULL REFERENCES change (id),
  operation TEXT NOT NULL CHECK (operation IN ('added', 'changed', 'joined', 'parted')),
  PRIMARY KEY (entity, change, operation)
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_entity_change ON changed_entity (change);

-- Of a graph file's edges only the count is kept: its document tells which they are.
CREATE TABLE changed_edge (
  subject INTEGER NOT NULL,
  relation INTEGER NOT NULL,
  object INTEGER NOT NULL,
  change INTEGER NOT NULL REFERENCES change (id),
  operation TEXT NOT NULL CHECK (operation IN ('added', 'changed')),
  PRIMARY KEY (subject, relation, object, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_edge_change ON changed_edge (change);
