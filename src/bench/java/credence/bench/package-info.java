/// Speed of what a trader waits for. Started by `mvn -q -Pbench`; no part of the normal build.
@NullMarked
package credence.bench;

import org.jspecify.annotations.NullMarked;
