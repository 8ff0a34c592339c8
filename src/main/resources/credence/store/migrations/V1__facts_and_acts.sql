-- The first schema. Portable SQL only: the same file must run on H2 and on PostgreSQL.
--
-- Instants and durations are whole nanoseconds (BIGINT, since 1970 in UTC): both engines would cut a TIMESTAMP.
-- Exact decimals are text, so that 1.50 stays 1.50. Maps and reports are JSON text.
-- Nothing is updated or deleted but change_count, workspace and snapshot.

-- What made and last wrote this database: engine, application.
CREATE TABLE workspace (
    name VARCHAR(40) PRIMARY KEY,
    content VARCHAR(200) NOT NULL
);

-- One row: how many changes were committed. Tells after a failed commit whether it arrived.
CREATE TABLE change_count (
    id INTEGER PRIMARY KEY,
    changes BIGINT NOT NULL
);
INSERT INTO change_count (id, changes) VALUES (1, 0);

CREATE TABLE batch (
    id BIGINT PRIMARY KEY,
    kind VARCHAR(40) NOT NULL,
    imported_at BIGINT NOT NULL
);

CREATE TABLE batch_file (
    id BIGINT PRIMARY KEY,
    batch_id BIGINT NOT NULL REFERENCES batch (id),
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    report VARCHAR NOT NULL
);

CREATE TABLE withdrawal (
    batch_id BIGINT PRIMARY KEY REFERENCES batch (id),
    withdrawn_at BIGINT NOT NULL
);

-- The four kinds of row. row_no ascends through all four tables together. batch_id to replaces are the first
-- statement of the row; fingerprint covers key and content, and tells apart several contents of one key.
-- No other index: one over (row_key, fingerprint) made appending four times as slow. The one writer checks by a
-- scan that no content is held twice; several writers would need the index.

CREATE TABLE trade (
    row_no BIGINT PRIMARY KEY,
    row_key VARCHAR NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL,
    account VARCHAR NOT NULL,
    bot VARCHAR NOT NULL,
    symbol VARCHAR NOT NULL,
    direction VARCHAR(10) NOT NULL,
    quantity VARCHAR NOT NULL,
    entry_at BIGINT NOT NULL,
    entry_price VARCHAR NOT NULL,
    exit_at BIGINT,
    exit_price VARCHAR,
    exit_costs VARCHAR,
    exit_net VARCHAR,
    exit_mae VARCHAR,
    exit_mfe VARCHAR,
    exit_reason VARCHAR(20),
    mark_at BIGINT,
    mark_price VARCHAR,
    mark_net VARCHAR,
    multiplier VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    stop_price VARCHAR,
    target_price VARCHAR,
    source_class VARCHAR(20) NOT NULL,
    call_details VARCHAR,
    extras VARCHAR,
    fingerprint BIGINT NOT NULL
);

CREATE TABLE fill (
    row_no BIGINT PRIMARY KEY,
    row_key VARCHAR NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL,
    filled_at BIGINT NOT NULL,
    account VARCHAR NOT NULL,
    bot VARCHAR NOT NULL,
    symbol VARCHAR NOT NULL,
    side VARCHAR(10) NOT NULL,
    effect VARCHAR(10) NOT NULL,
    quantity VARCHAR NOT NULL,
    price VARCHAR NOT NULL,
    commission VARCHAR,
    fees VARCHAR,
    funding VARCHAR,
    currency VARCHAR NOT NULL,
    multiplier VARCHAR NOT NULL,
    stop_price VARCHAR,
    tag VARCHAR,
    source_class VARCHAR(20) NOT NULL,
    extras VARCHAR,
    fingerprint BIGINT NOT NULL
);

CREATE TABLE prediction (
    row_no BIGINT PRIMARY KEY,
    row_key VARCHAR NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL,
    called_at BIGINT NOT NULL,
    bot VARCHAR NOT NULL,
    symbol VARCHAR NOT NULL,
    direction VARCHAR(10) NOT NULL,
    entry_price VARCHAR,
    target_price VARCHAR,
    stop_price VARCHAR,
    source_id VARCHAR,
    source_class VARCHAR(20) NOT NULL,
    call_details VARCHAR,
    extras VARCHAR,
    fingerprint BIGINT NOT NULL
);

CREATE TABLE bar (
    row_no BIGINT PRIMARY KEY,
    row_key VARCHAR NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL,
    symbol VARCHAR NOT NULL,
    duration BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    open_price DOUBLE PRECISION NOT NULL,
    high_price DOUBLE PRECISION NOT NULL,
    low_price DOUBLE PRECISION NOT NULL,
    close_price DOUBLE PRECISION NOT NULL,
    volume DOUBLE PRECISION NOT NULL,
    fingerprint BIGINT NOT NULL
);

-- A row said again: the second and later statements of any kind of row.
CREATE TABLE restatement (
    id BIGINT PRIMARY KEY,
    row_no BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL
);

CREATE TABLE act_reset (
    id BIGINT PRIMARY KEY,
    reset_at BIGINT NOT NULL,
    bot VARCHAR,
    reason VARCHAR NOT NULL
);

CREATE TABLE act_withdrawal (
    act_id BIGINT PRIMARY KEY REFERENCES act_reset (id),
    withdrawn_at BIGINT NOT NULL
);

CREATE TABLE time_mark (
    marked_at BIGINT PRIMARY KEY
);

-- Every change of a setting; the last one of a name holds, no content means the default.
CREATE TABLE setting (
    id BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    content VARCHAR,
    changed_at BIGINT NOT NULL
);

CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    actor VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    hash VARCHAR(64) NOT NULL
);

-- A cache: may be emptied at any time.
CREATE TABLE snapshot (
    id BIGINT PRIMARY KEY,
    facts BIGINT NOT NULL,
    prefix_hash VARCHAR NOT NULL,
    configuration_hash VARCHAR NOT NULL,
    codec INTEGER NOT NULL,
    state BYTEA NOT NULL
);
