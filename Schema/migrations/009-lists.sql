-- What users say once of how documents are read and names are joined, and every later reading follows.

-- Files given with `kg ingest --aliases`, `--frames` and `--lists`, as they were then.
CREATE TABLE reading_file (
  kind TEXT NOT NULL CHECK (kind IN ('aliases', 'frames', 'lists')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;
