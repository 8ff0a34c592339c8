/// The workspace folder: an H2 database behind the ports, the archive of imported files, the lock.
/// SQL lives here and nowhere else. No rule of learning or of import: what a row means is decided outside.
@NullMarked
package credence.store;

import org.jspecify.annotations.NullMarked;
