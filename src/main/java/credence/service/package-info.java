/// Use cases of one open workspace, for both faces: import, undo, ask, reset, set, verify.
/// One writer thread; readers get immutable views. Knows ports, never a database or a screen.
@NullMarked
package credence.service;

import org.jspecify.annotations.NullMarked;
