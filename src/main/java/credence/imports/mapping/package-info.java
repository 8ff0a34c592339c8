/// Reads delimited files of no known format by the trader's own mapping of columns, and proposes such a mapping from the names of
/// the columns in several languages. What a mapping says lives in `credence.service.port.mapping`; see there how it is used.
@NullMarked
package credence.imports.mapping;

import org.jspecify.annotations.NullMarked;
