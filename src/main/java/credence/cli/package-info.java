/// The command line: one thin class per command, over the same services as the desktop.
/// Knows services and core only; what else it needs (opening a workspace, the desktop, the lab) comes in through
/// small interfaces that the composition root fills. Standard output carries the answer, standard error the rest.
@NullMarked
package credence.cli;

import org.jspecify.annotations.NullMarked;
