/// The architecture as tests: every rule has a reason, and a canary that proves it can fail.
@NullMarked
package credence.architecture;

import org.jspecify.annotations.NullMarked;
