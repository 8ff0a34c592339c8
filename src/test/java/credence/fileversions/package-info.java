/// Files that earlier versions wrote, kept for ever, and the proof that they still open.
@NullMarked
package credence.fileversions;

import org.jspecify.annotations.NullMarked;
