/// Turns exported files into typed rows: container, encoding, separator, header, numbers, times, identity, counts that add up.
/// One class a format lives in `formats`; what is the same for all formats lives here. Nothing here is stored or compared with
/// the log: that is the service's part.
@NullMarked
package credence.imports;

import org.jspecify.annotations.NullMarked;
