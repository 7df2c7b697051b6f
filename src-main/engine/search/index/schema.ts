/**
 * The index: chunks of everything that can be found, their words and their vectors, in `index.db` beside the store.
 * All of it is derived: a file of another version, or a broken one, is deleted and made anew. One thread writes it
 * (the indexer); readers attach it as `idx` to a connection that may only read.
 * Why a file of its own: docs/decisions/0010-index-in-a-file-of-its-own.md
 */
import { lexicalTables } from '../lexical/words.ts'

/** Raise it with every change of the tables, of how chunks are cut, or of how words are written into the index. */
export const indexVersion = 2

export const indexSchema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One document of the store or one file. ref: the DocId, or file/{LibraryFileId}.
CREATE TABLE sources (
  source_key INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('article', 'ticket', 'note', 'message', 'file')),
  -- The ArticleId, TicketId, ChannelId or LibraryFileId.
  owner_id TEXT NOT NULL,
  -- The document's key in the store; null for files.
  doc_key INTEGER,
  -- Null for files, which belong to this device.
  space_id TEXT,
  -- What it was indexed from: the document's revision, or a file's size and time.
  stamp TEXT NOT NULL,
  title TEXT NOT NULL,
  error TEXT
) STRICT;
CREATE UNIQUE INDEX sources_by_document ON sources (doc_key) WHERE doc_key IS NOT NULL;
CREATE INDEX sources_by_owner ON sources (owner_id);
CREATE INDEX sources_by_type ON sources (type);

CREATE TABLE chunks (
  chunk_key INTEGER PRIMARY KEY AUTOINCREMENT,
  source_key INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Which part of the source: '' (an article, a description), an EntryId, a MessageId, or p{page} of a file.
  part TEXT NOT NULL,
  -- JSON array of the headings above, outermost first.
  headings TEXT NOT NULL,
  -- As it stands in its place, without headings.
  text TEXT NOT NULL,
  language TEXT CHECK (language IN ('de', 'en')),
  author_id TEXT,
  at INTEGER NOT NULL,
  -- Of all that is embedded: title, headings and text.
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX chunks_by_source ON chunks (source_key, position);

CREATE TABLE models (
  model_key INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL,
  version TEXT NOT NULL,
  dimensions INTEGER NOT NULL,
  UNIQUE (model_id, version)
) STRICT;

-- int8, one a chunk and model; the vector is scale * bytes and has length 1. Keys only rise, so that a reader finds what is new.
CREATE TABLE vectors (
  vector_key INTEGER PRIMARY KEY AUTOINCREMENT,
  model_key INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  chunk_key INTEGER NOT NULL REFERENCES chunks ON DELETE CASCADE,
  hash BLOB NOT NULL,
  scale REAL NOT NULL,
  vector BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX vectors_by_chunk ON vectors (chunk_key, model_key);

-- Chunks that were taken away, for readers that hold their vectors in memory.
CREATE TABLE gone (
  gone_key INTEGER PRIMARY KEY AUTOINCREMENT,
  chunk_key INTEGER NOT NULL
) STRICT;

${lexicalTables}
`
