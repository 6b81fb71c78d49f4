-- Words are found in any of their forms.
DROP TRIGGER sentence_inserted;
DROP TRIGGER sentence_deleted;
DROP TABLE sentence_text;
CREATE VIRTUAL TABLE sentence_text USING fts5 (
  text, content = 'sentence', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_inserted AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentence_deleted AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.id, old.text);
END;
INSERT INTO sentence_text (sentence_text) VALUES ('rebuild');
