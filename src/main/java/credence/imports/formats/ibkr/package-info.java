/// Interactive Brokers: Activity Statement, Transaction History and Flex queries.
///
/// One class a report; what two reports share stands in classes of its own.
@NullMarked
package credence.imports.formats.ibkr;

import org.jspecify.annotations.NullMarked;
