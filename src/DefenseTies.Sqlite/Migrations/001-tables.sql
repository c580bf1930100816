-- Articles as they came, who is named in them, and what they say. Ties hold their identity only: what they add up to is derived on reading.
-- Columns of type ANY hold words from articles. They are TEXT unless UTF-8 cannot carry them unchanged (see SqliteText).

PRAGMA application_id = 1146382707; -- "DTis": this file is a DefenseTies store, whatever its name

CREATE TABLE article (
    id           TEXT PRIMARY KEY NOT NULL,
    title        ANY,
    date         TEXT,
    source       ANY,
    language     ANY NOT NULL,
    body_start   INTEGER NOT NULL,
    title_start  INTEGER NOT NULL,
    title_length INTEGER NOT NULL,
    text         ANY NOT NULL -- last, so that the columns before it are read without it
) STRICT;

CREATE TABLE entity (
    id     TEXT PRIMARY KEY NOT NULL,
    type   TEXT NOT NULL,
    name   ANY NOT NULL, -- the first name met; all spellings are in name
    state  TEXT,
    family TEXT
) STRICT;

CREATE TABLE name (
    entity_id TEXT NOT NULL REFERENCES entity (id),
    name      ANY NOT NULL,
    key       TEXT NOT NULL, -- Names.Key of the name
    PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key ON name (key, entity_id);

CREATE TABLE mention (
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL, -- in text order, from 0
    entity_id  TEXT NOT NULL REFERENCES entity (id),
    start      INTEGER NOT NULL,
    length     INTEGER NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
    id       TEXT PRIMARY KEY NOT NULL,
    type     TEXT NOT NULL,
    from_id  TEXT NOT NULL REFERENCES entity (id),
    to_id    TEXT NOT NULL REFERENCES entity (id),
    item_key TEXT
) STRICT;
CREATE INDEX tie_from ON tie (from_id);
CREATE INDEX tie_to ON tie (to_id);

CREATE TABLE claim (
    number        INTEGER PRIMARY KEY, -- in order of writing, so that its cues are written side by side: ids are hashes and lie anywhere
    id            TEXT NOT NULL UNIQUE,
    tie_id        TEXT NOT NULL REFERENCES tie (id),
    article_id    TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    from_type     TEXT NOT NULL,
    from_name     ANY NOT NULL,
    to_type       TEXT NOT NULL,
    to_name       ANY NOT NULL,
    item_id       TEXT,
    item_name     ANY,
    role          ANY,
    quantity      ANY,
    value         ANY,
    date          TEXT,
    status        TEXT NOT NULL CHECK (status IN ('actual', 'planned', 'possible', 'denied')),
    stage         TEXT,
    attributed_to ANY,
    confidence    REAL NOT NULL,
    extractor     TEXT NOT NULL,
    start         INTEGER NOT NULL,
    length        INTEGER NOT NULL,
    quote         ANY NOT NULL
) STRICT;
CREATE INDEX claim_tie ON claim (tie_id);
CREATE INDEX claim_article ON claim (article_id);

CREATE TABLE cue (
    claim_number INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
    position     INTEGER NOT NULL, -- in text order, from 0
    kind         TEXT NOT NULL,
    start        INTEGER NOT NULL,
    length       INTEGER NOT NULL,
    PRIMARY KEY (claim_number, position)
) STRICT, WITHOUT ROWID;
