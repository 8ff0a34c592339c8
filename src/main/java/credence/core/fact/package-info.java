/// Facts: what came from outside and is kept for ever. Rows are what a source states; facts are what the fold reads.
/// One row may state several facts (a closed trade: opened and closed). Nothing here is derived from another fact.
@NullMarked
package credence.core.fact;

import org.jspecify.annotations.NullMarked;
