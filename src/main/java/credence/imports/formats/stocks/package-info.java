/// Stock brokers other than Interactive Brokers: thinkorswim, Schwab, Trading 212, eToro, XTB, DEGIRO, Saxo, DAS Trader and the
/// TradeNote template.
///
/// One class an export; what two exports share stands in classes of its own.
@NullMarked
package credence.imports.formats.stocks;

import org.jspecify.annotations.NullMarked;
