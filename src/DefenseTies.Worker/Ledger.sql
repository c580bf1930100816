-- What came in, and what became of it. One worker holds the file; anybody may read it.

PRAGMA application_id = 1146386284; -- "DTwl": this file is a worker's ledger, whatever its name
PRAGMA user_version = 1;

CREATE TABLE entry (
    number     INTEGER PRIMARY KEY, -- in order of arrival
    origin     TEXT NOT NULL CHECK (origin IN ('file', 'page', 'post')),
    source     TEXT NOT NULL, -- the file's path, the page's address, or where a posted article says it comes from
    version    TEXT NOT NULL, -- tells a source that has changed from what it was
    date       TEXT,          -- when a feed says that the page was published
    text       BLOB,          -- UTF-8, of a posted or fetched article until it is finished; a file is read where it is
    state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'unchanged', 'failed')),
    due        INTEGER,       -- when to take it up, in milliseconds since 1970; null while it is in hand
    attempts   INTEGER NOT NULL DEFAULT 0, -- that failed
    reason     TEXT,          -- of the last failure
    article_id TEXT,
    claims     INTEGER,       -- new ones
    ties       INTEGER,       -- new ones
    received   INTEGER NOT NULL, -- milliseconds since 1970, as is
    finished   INTEGER,
    UNIQUE (source, version)
) STRICT;
CREATE INDEX entry_due ON entry (due) WHERE state = 'waiting';
CREATE INDEX entry_state ON entry (state, number);

CREATE TABLE feed (
    address       TEXT PRIMARY KEY NOT NULL,
    etag          TEXT, -- as the server sent them, to ask it for news only
    last_modified TEXT
) STRICT, WITHOUT ROWID;
