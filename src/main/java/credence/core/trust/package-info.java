/// The board: what is believed of every bot at a moment, with reasons. Combines learners; learns nothing itself.
@NullMarked
package credence.core.trust;

import org.jspecify.annotations.NullMarked;
