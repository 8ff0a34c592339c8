/// Statistics of performance, and what tells skill from luck. Numbers in, numbers out: no learner, no fold.
@NullMarked
package credence.core.performance;

import org.jspecify.annotations.NullMarked;
