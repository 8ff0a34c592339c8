/// Classes written to break one architecture rule each, laid out like the program itself.
/// A rule that does not catch its canary cannot fail and is worth nothing.
@NullMarked
package credence.architecture.canary;

import org.jspecify.annotations.NullMarked;
