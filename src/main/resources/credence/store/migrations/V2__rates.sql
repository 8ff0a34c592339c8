-- Dated exchange rates of the user: a fifth kind of row, numbered with the other four.

CREATE TABLE rate (
    row_no BIGINT PRIMARY KEY,
    row_key VARCHAR NOT NULL,
    batch_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    line_no INTEGER NOT NULL,
    seq_no BIGINT NOT NULL,
    replaces BOOLEAN NOT NULL,
    rate_day VARCHAR(10) NOT NULL,
    from_currency VARCHAR NOT NULL,
    to_currency VARCHAR NOT NULL,
    rate_value VARCHAR NOT NULL,
    fingerprint BIGINT NOT NULL
);
