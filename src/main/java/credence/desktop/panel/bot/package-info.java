/// One bot: why it stands where it stands, what is believed of it and how sure that is, its open losses and its trades.
@NullMarked
package credence.desktop.panel.bot;

import org.jspecify.annotations.NullMarked;
