package credence.imports.formats.stocks;

import credence.imports.DateOrder;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.service.port.ImportOptions;

import java.time.ZoneOffset;

/// Times of files that hold days only.
final class Days {

    private Days() {}

    /// Midnight in the zone that the user gave, else of UTC; the import says so.
    static TimeColumn column(String name, DateOrder order, ImportOptions options, Tally tally) {
        tally.note(
                "The file holds days and no times: all trades of a day stand at midnight ("
                        + options.zone().map(Object::toString).orElse("UTC")
                        + "), in the order of the file.");
        return TimeColumn.known(name, order, options.zone().orElse(ZoneOffset.UTC), tally);
    }
}
