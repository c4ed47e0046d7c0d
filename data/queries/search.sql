-- Sentences that hold these words
--
-- All the words must stand in the sentence, in any order; "words in quotes" must follow each other; begin* finds all
-- words that begin so. Case and accents make no difference. No other sign has a meaning.
--
-- @example annals query search '"North Korean" captur*'
-- @param words text: what to look for
-- @param from date = none: the first day
-- @param to lastday = none: the last day
-- @param limit integer = 100: at most so many rows
SELECT d.published, d.outlet, d.title, x.text AS sentence, d.key || ':' || s.ordinal AS id
FROM sentence_search
JOIN sentences s ON s.id = sentence_search.rowid
JOIN live_documents d ON d.run_id = s.run_id
JOIN sentence_texts x ON x.id = s.id
WHERE sentence_search MATCH :words_words
    AND (:from IS NULL OR d.published >= :from) AND (:to IS NULL OR substr(d.published, 1, 10) <= :to)
ORDER BY rank, d.published DESC, d.key, s.ordinal
LIMIT :limit
