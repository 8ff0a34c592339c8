/// What the market is doing: regimes over price, how probable they are, what bots made of them, and the situation of the moment.
@NullMarked
package credence.desktop.panel.regimes;

import org.jspecify.annotations.NullMarked;
