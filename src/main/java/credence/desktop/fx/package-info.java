/// The bridge between threads: the only `Platform.runLater`, tasks whose latest result wins, subscriptions that
/// live only while a node shows, and the file choosers behind an interface. Knows no screen.
@NullMarked
package credence.desktop.fx;

import org.jspecify.annotations.NullMarked;
