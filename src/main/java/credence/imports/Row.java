package credence.imports;

import java.util.List;

/// One data row of delimited text: as many cells as the header has columns, or more.
///
/// @param line where the row starts, first 1
public record Row(int line, List<String> cells) {}
