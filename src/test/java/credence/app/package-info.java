/// Tests of the composition root, and of the whole program as a process of its own.
@NullMarked
package credence.app;

import org.jspecify.annotations.NullMarked;
