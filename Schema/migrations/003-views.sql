-- What other programs may rely on: docs/views.md describes every column. Within a version columns are only added; what is behind the
-- views may change with any release.
CREATE VIEW kg_views (version) AS SELECT 1;

CREATE VIEW kg_entity (id, name, type, identifier) AS SELECT id, name, type, identifier FROM entity;

CREATE VIEW kg_name (entity, name, is_own) AS
  SELECT id, name, 1 FROM entity
  UNION ALL SELECT entity, name, 0 FROM alias;

CREATE VIEW kg_document (id, name, digest, characters, rows, extractor) AS
  SELECT id, name, lower(hex(digest)), length, rows, extractor FROM document;

CREATE VIEW kg_sentence (id, document, number, start, end, speaker, text) AS
  SELECT s.id, s.document, s.position, s.start, s.end, p.entity, s.text
  FROM sentence s LEFT JOIN party p ON p.document = s.document AND p.position = s.speaker;

CREATE VIEW kg_mention (document, sentence, entity, start, end, text) AS
  SELECT m.document, m.sentence, p.entity, m.start, m.end, m.text
  FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party;

CREATE VIEW kg_relation (id, name, layer, is_symmetric) AS SELECT id, name, layer, symmetric FROM relation;

CREATE VIEW kg_edge (
  subject, subject_name, subject_type, relation, layer, is_symmetric, object, object_name, object_type,
  support, attributed, confidence
) AS
  SELECT e.subject, s.name, s.type, r.name, r.layer, r.symmetric, e.object, o.name, o.type,
    e.support, e.attributed, e.confidence
  FROM edge e JOIN entity s ON s.id = e.subject JOIN relation r ON r.id = e.relation JOIN entity o ON o.id = e.object;

CREATE VIEW kg_claim (
  document, number, sentence, subject, subject_name, relation, layer, object, object_name, phrase, method, polarity, modality,
  tense, attribution, speaker, place, time, time_text, confidence
) AS
  SELECT c.document, c.position, c.sentence, c.subject, s.name, r.name, r.layer, c.object, o.name, c.phrase, c.method,
    c.polarity, c.modality, c.tense,
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.attribution_mention),
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.speaker_mention),
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.place_mention),
    c.time_value, c.time_text, c.confidence
  FROM claim c JOIN entity s ON s.id = c.subject JOIN relation r ON r.id = c.relation JOIN entity o ON o.id = c.object;

CREATE VIEW kg_row (document, row, subject, subject_name, relation, object, object_name, confidence) AS
  SELECT e.document, e.row, e.subject, s.name, r.name, e.object, o.name, e.confidence
  FROM (SELECT document, row, subject, relation, object, confidence FROM edge WHERE document IS NOT NULL
    UNION ALL SELECT document, row, subject, relation, object, confidence FROM imported_row) e
  JOIN entity s ON s.id = e.subject JOIN relation r ON r.id = e.relation JOIN entity o ON o.id = e.object;

CREATE VIEW kg_qualifier (document, row, name, value) AS SELECT document, row, name, value FROM qualifier;
