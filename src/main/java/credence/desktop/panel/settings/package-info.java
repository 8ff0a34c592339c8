/// How the program looks and how it learns: few settings, each in words, each with its default.
@NullMarked
package credence.desktop.panel.settings;

import org.jspecify.annotations.NullMarked;
