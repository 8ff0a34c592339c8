/// Tests of the command line: what is printed, in which shape, with which exit status.
@NullMarked
package credence.cli;

import org.jspecify.annotations.NullMarked;
