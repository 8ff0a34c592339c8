package credence.service.port.mapping;

import java.time.Instant;

/// A time of a file, as it is written and as it was read.
///
/// @param line of the file, first 1
/// @param column name of the column
/// @param text as it stands in the file
/// @param zone in which it was read; empty when the text names its own
public record TimeReading(long line, String column, String text, Instant time, String zone) {}
