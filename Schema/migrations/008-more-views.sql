-- The second revision of version 1: pages, what documents tell of themselves, judgements and events. Columns come only at the end.
DROP VIEW kg_views;
CREATE VIEW kg_views (version, revision) AS SELECT 1, 2;

DROP VIEW kg_document;
CREATE VIEW kg_document (
  id, name, digest, characters, rows, extractor, title, author, date, url, publisher, language, reader
) AS
  SELECT d.id, d.name, lower(hex(d.digest)), d.length, d.rows, d.extractor, m.title, m.author, m.date, m.url, m.publisher,
    m.language, t.reader
  FROM document d LEFT JOIN document_metadata m ON m.document = d.id LEFT JOIN document_text t ON t.document = d.id;

CREATE VIEW kg_page (document, number, label, start, recognition) AS
  SELECT document, number, label, start, recognition FROM page;

DROP VIEW kg_sentence;
CREATE VIEW kg_sentence (id, document, number, start, end, speaker, text, page, page_label) AS
  SELECT s.id, s.document, s.position, s.start, s.end, p.entity, s.text,
    (SELECT g.number FROM page g WHERE g.document = s.document AND g.start <= s.start
      ORDER BY g.start DESC, g.number DESC LIMIT 1),
    (SELECT g.label FROM page g WHERE g.document = s.document AND g.start <= s.start
      ORDER BY g.start DESC, g.number DESC LIMIT 1)
  FROM sentence s LEFT JOIN party p ON p.document = s.document AND p.position = s.speaker;

DROP VIEW kg_claim;
CREATE VIEW kg_claim (
  document, number, sentence, subject, subject_name, relation, layer, object, object_name, phrase, method, polarity, modality,
  tense, attribution, speaker, place, time, time_text, confidence, said_by, document_name, page, page_label, text
) AS
  SELECT c.document, c.position, c.sentence, c.subject, s.name, r.name, r.layer, c.object, o.name, c.phrase, c.method,
    c.polarity, c.modality, c.tense,
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.attribution_mention),
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.speaker_mention),
    (SELECT p.entity FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      WHERE m.document = c.document AND m.position = c.place_mention),
    c.time_value, c.time_text, c.confidence,
    (SELECT coalesce(k.name, e.name) FROM mention m JOIN party p ON p.document = m.document AND p.position = m.party
      JOIN entity e ON e.id = p.entity LEFT JOIN entity k ON k.id = e.canonical
      WHERE m.document = c.document AND m.position = coalesce(c.attribution_mention, c.speaker_mention)),
    (SELECT d.name FROM document d WHERE d.id = c.document), t.page, t.page_label, t.text
  FROM claim c JOIN entity s ON s.id = c.subject JOIN relation r ON r.id = c.relation JOIN entity o ON o.id = c.object
    LEFT JOIN kg_sentence t ON t.document = c.document AND t.number = c.sentence;

CREATE VIEW kg_judgement (
  number, batch, verdict, left, left_entity, right, right_entity, value, score, reason, judge, at, voids, counts
) AS
  SELECT j.id, j.batch, j.verdict,
    CASE WHEN j.left LIKE char(9) || '#%' THEN substr(j.left, 2) ELSE substr(j.left, 1, instr(j.left, char(9)) - 1) END,
    (SELECT e.id FROM entity e WHERE j.left = char(9) || '#' || e.identifier
      OR e.identifier IS NULL AND j.left = e.folded || char(9) || coalesce(e.part, '')),
    CASE WHEN j.right LIKE char(9) || '#%' THEN substr(j.right, 2) ELSE substr(j.right, 1, instr(j.right, char(9)) - 1) END,
    (SELECT e.id FROM entity e WHERE j.right = char(9) || '#' || e.identifier
      OR e.identifier IS NULL AND j.right = e.folded || char(9) || coalesce(e.part, '')),
    j.value, j.score, j.reason, j.judge, j.at, j.voids,
    j.verdict <> 'undo' AND NOT EXISTS (SELECT 1 FROM judgement u WHERE u.voids = j.id)
  FROM judgement j;

CREATE VIEW kg_event (
  number, kind, at, batch, documents_added, documents_changed, documents_removed, claims_added, claims_removed, entities_added,
  entities_changed, entities_joined, entities_parted, entities_removed, edges_added, edges_changed, edges_removed
) AS
  SELECT c.id, c.kind, c.at, c.batch,
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'document' AND n.operation = 'added'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'document' AND n.operation = 'changed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'document' AND n.operation = 'removed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'claim' AND n.operation = 'added'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'claim' AND n.operation = 'removed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'entity' AND n.operation = 'added'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'entity' AND n.operation = 'changed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'entity' AND n.operation = 'joined'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'entity' AND n.operation = 'parted'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'entity' AND n.operation = 'removed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'edge' AND n.operation = 'added'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'edge' AND n.operation = 'changed'), 0),
    coalesce(sum(n.count) FILTER (WHERE n.thing = 'edge' AND n.operation = 'removed'), 0)
  FROM change c LEFT JOIN change_count n ON n.change = c.id GROUP BY c.id;
