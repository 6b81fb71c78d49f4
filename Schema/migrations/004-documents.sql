-- What readers of file formats know of a document beside its sentences.

-- The text that all offsets count in, the map from it to the file (Layout/SourceMap), and what read the file. Graphs from before have
-- none for what was ingested then.
CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  text TEXT NOT NULL,
  map BLOB NOT NULL,
  reader TEXT NOT NULL               -- the format and the version of its reader, such as pdf-1
) STRICT;

-- NULL where neither the file nor its user says.
CREATE TABLE document_metadata (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  title TEXT,
  author TEXT,
  date TEXT,                         -- ISO 8601: a year, a month or a day
  url TEXT,
  publisher TEXT,
  language TEXT,                     -- of the text, as a code of two or three letters
  is_given INTEGER NOT NULL          -- whether a user set the date, which the file's then does not replace
) STRICT;

-- Where pages start, in code points.
CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  number INTEGER NOT NULL,
  label TEXT,                        -- as printed; NULL where none is known
  recognition REAL,                  -- how sure a recogniser of scanned pages was; NULL where the file holds text
  PRIMARY KEY (document, start, number)
) STRICT, WITHOUT ROWID;

-- What stretches of the text are that are not running text, in code points.
CREATE TABLE stretch (
  document INTEGER NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
