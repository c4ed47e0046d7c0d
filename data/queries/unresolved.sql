-- Names that the reference tables do not know, the most often met first
--
-- @example annals query unresolved --kind person
-- @param kind text = none: only these: person, agency, place, unit, group or object
-- @param limit integer = 100: at most so many rows
SELECT e.name, e.kind, e.country, n.documents, n.mentions, n.events, e.key AS id,
    (SELECT x.text FROM chains c JOIN mentions m ON m.chain_id = c.id JOIN sentence_texts x ON x.id = m.sentence_id
     WHERE c.entity_id = e.id ORDER BY m.id LIMIT 1) AS sentence
FROM entity_counts n JOIN entities e ON e.id = n.entity_id
WHERE e.reference = 0 AND (:kind IS NULL OR e.kind = :kind)
    AND EXISTS (SELECT 1 FROM chains c WHERE c.entity_id = e.id AND c.named)
ORDER BY n.documents DESC, n.mentions DESC, e.name, e.key
LIMIT :limit
