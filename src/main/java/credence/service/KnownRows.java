package credence.service;

import credence.core.fact.SourceRow;
import credence.service.port.StoredRows;

/// Held rows and, numbered on from them, the new ones of a batch. What a plan keeps of its comparison: not the index of keys, which
/// takes as much memory as half of the rows.
///
/// @param fresh the new rows, which may still grow
record KnownRows(StoredRows held, FreshRows.Files fresh) {

    static KnownRows of(StoredRows held, FreshRows fresh) {
        return new KnownRows(held, fresh.files());
    }

    SourceRow row(int number) {
        return number < held.size() ? held.row(number) : fresh.get(number).row();
    }
}
