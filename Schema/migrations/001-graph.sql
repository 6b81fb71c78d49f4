-- The graph as a fold over claims. Tables that hold what documents say are keyed by document first: a document is
-- stored, replaced and removed as one range of each, and its rows lie together.

-- A document is its bytes: the same bytes under a second name are the same document.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                -- the first of its names in the order of bytes
  digest BLOB NOT NULL UNIQUE,       -- SHA-256 of its bytes
  extractor TEXT NOT NULL,           -- the version of what read it
  length INTEGER NOT NULL,           -- in code points
  rows INTEGER                       -- of a graph file, how many rows it has; NULL for a text
) STRICT;

-- What bears a name is replaced only by what comes from the same place.
CREATE TABLE document_name (
  name TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  origin BLOB                        -- SHA-256 of the place it comes from; NULL where nothing later is from there
) STRICT, WITHOUT ROWID;
CREATE INDEX document_name_document ON document_name (document, name);
CREATE INDEX document_name_origin ON document_name (origin) WHERE origin IS NOT NULL;

-- While more was requested than finished, the file may hold words of documents that were removed or replaced. Each transaction that
-- removes requests a purge; one that has rewritten the file and emptied its log finishes those requested before it began, so that none
-- is lost that another process requests meanwhile. The only row comes with the first removal.
CREATE TABLE purge (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  requested INTEGER NOT NULL,
  finished INTEGER NOT NULL
) STRICT;

-- One thing, whatever documents call it: parties whose folded names are equal are one entity, unless an external
-- identifier decides. Name and type are those that most mentions bear.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  folded TEXT NOT NULL,
  identifier TEXT
) STRICT;
CREATE INDEX entity_folded ON entity (folded);
-- The first page of a hub is merged from the names in their order, and a graph is exported in it.
CREATE INDEX entity_name ON entity (name);
CREATE UNIQUE INDEX entity_identifier ON entity (identifier) WHERE identifier IS NOT NULL;

-- How often an entity bears which name and type: what its own are chosen from.
CREATE TABLE spelling (
  entity INTEGER NOT NULL REFERENCES entity (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (entity, name, type)
) STRICT, WITHOUT ROWID;

-- Other names, for look-up only: an alias never merges, and may be shared.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity (id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (entity, name)
) STRICT;
CREATE INDEX alias_folded ON alias (folded);

-- An entity as one document knows it.
CREATE TABLE party (
  document INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_entity ON party (entity, mentions);

CREATE TABLE party_alias (
  document INTEGER NOT NULL,
  party INTEGER NOT NULL,
  alias INTEGER NOT NULL REFERENCES alias (id),
  PRIMARY KEY (document, party, alias),
  FOREIGN KEY (document, party) REFERENCES party (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_alias_alias ON party_alias (alias);

CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,            -- offsets in code points from the start of the document
  end INTEGER NOT NULL,
  speaker INTEGER,                   -- the party whose turn it is
  text TEXT NOT NULL,
  UNIQUE (document, position),
  FOREIGN KEY (document, speaker) REFERENCES party (document, position)
) STRICT;

CREATE TABLE mention (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  party INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  start INTEGER,                     -- NULL, like end and text, where no words stand for the party
  end INTEGER,
  text TEXT,
  PRIMARY KEY (document, position),
  FOREIGN KEY (document, party) REFERENCES party (document, position),
  FOREIGN KEY (document, sentence) REFERENCES sentence (document, position)
) STRICT, WITHOUT ROWID;

-- Relations of the open layer have negative identifiers, all others positive ones: a walk that leaves the open layer
-- out is one range of an index. Edges and claims do not declare the reference, because checking it without an index by
-- relation would scan them; `uses` counts them instead, and a relation of no use goes.
CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  layer TEXT NOT NULL CHECK (layer IN ('canonical', 'imported', 'open')),
  symmetric INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  UNIQUE (name, layer)
) STRICT;

-- A statement with its evidence.
CREATE TABLE claim (
  document INTEGER NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES entity (id),
  relation INTEGER NOT NULL,
  object INTEGER NOT NULL REFERENCES entity (id),
  subject_mention INTEGER NOT NULL,
  object_mention INTEGER NOT NULL,
  attribution_mention INTEGER,
  speaker_mention INTEGER,
  place_mention INTEGER,
  phrase TEXT,
  method TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  tense TEXT,
  time_text TEXT,
  time_value TEXT,
  confidence REAL NOT NULL,
  PRIMARY KEY (document, position),
  FOREIGN KEY (document, sentence) REFERENCES sentence (document, position),
  FOREIGN KEY (document, subject_mention) REFERENCES mention (document, position),
  FOREIGN KEY (document, object_mention) REFERENCES mention (document, position),
  FOREIGN KEY (document, attribution_mention) REFERENCES mention (document, position),
  FOREIGN KEY (document, speaker_mention) REFERENCES mention (document, position),
  FOREIGN KEY (document, place_mention) REFERENCES mention (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_subject ON claim (subject, relation, object);
CREATE INDEX claim_object ON claim (object, relation, subject);

-- What follows from the claims that are positive and certain, and from the rows of graph files: one row a subject,
-- relation and object. Most imported edges stand in one row of one file, which is written here: `document` and `row` are
-- set exactly for an edge whose whole support is that row. All other support is in `claim` and `imported_row`.
CREATE TABLE edge (
  subject INTEGER NOT NULL REFERENCES entity (id),
  relation INTEGER NOT NULL,
  object INTEGER NOT NULL,           -- an entity, by way of `incoming`
  support INTEGER NOT NULL,          -- how many claims and rows
  attributed INTEGER NOT NULL,       -- how many of them the text ascribes to a source
  confidence REAL NOT NULL,          -- the highest of them
  document INTEGER,
  row INTEGER,
  PRIMARY KEY (subject, relation, object)
) STRICT, WITHOUT ROWID;

-- The same edges by object. A table and not an index, because it can be filled in its own order when a graph file is
-- imported, which is faster than to build an index afterwards. Whoever writes `edge` writes this.
CREATE TABLE incoming (
  object INTEGER NOT NULL REFERENCES entity (id),
  relation INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  support INTEGER NOT NULL,
  attributed INTEGER NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (object, relation, subject)
) STRICT, WITHOUT ROWID;

-- The rows of graph files behind edges that have other support too.
CREATE TABLE imported_row (
  subject INTEGER NOT NULL,
  relation INTEGER NOT NULL,
  object INTEGER NOT NULL,
  document INTEGER NOT NULL,
  row INTEGER NOT NULL,              -- the line of the file on which it starts, from 1
  confidence REAL NOT NULL,
  PRIMARY KEY (subject, relation, object, document, row)
) STRICT, WITHOUT ROWID;

-- What a row says beyond subject, relation, object and confidence: its source, the qualifiers of a statement.
CREATE TABLE qualifier (
  document INTEGER NOT NULL REFERENCES document (id),
  row INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, row, name, value)
) STRICT, WITHOUT ROWID;

-- An entity as one graph file knows it: name and type are NULL where the file gives none. Every entity of a file is here,
-- so the edges of a file are found from the entities.
CREATE TABLE imported_party (
  entity INTEGER NOT NULL REFERENCES entity (id),
  document INTEGER NOT NULL REFERENCES document (id),
  name TEXT,
  type TEXT,
  PRIMARY KEY (entity, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_party_document ON imported_party (document);

CREATE TABLE imported_alias (
  document INTEGER NOT NULL REFERENCES document (id),
  alias INTEGER NOT NULL REFERENCES alias (id),
  PRIMARY KEY (document, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_alias_alias ON imported_alias (alias);

CREATE VIRTUAL TABLE sentence_text USING fts5 (
  text, content = 'sentence', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_inserted AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentence_deleted AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.id, old.text);
END;

-- Names are indexed in their folded form, which no change of spelling touches.
CREATE VIRTUAL TABLE entity_text USING fts5 (
  folded, content = 'entity', content_rowid = 'id', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER entity_inserted AFTER INSERT ON entity BEGIN
  INSERT INTO entity_text (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER entity_deleted AFTER DELETE ON entity BEGIN
  INSERT INTO entity_text (entity_text, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

CREATE VIRTUAL TABLE alias_text USING fts5 (
  folded, content = 'alias', content_rowid = 'id', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER alias_inserted AFTER INSERT ON alias BEGIN
  INSERT INTO alias_text (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER alias_deleted AFTER DELETE ON alias BEGIN
  INSERT INTO alias_text (alias_text, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
