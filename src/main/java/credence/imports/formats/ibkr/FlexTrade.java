package credence.imports.formats.ibkr;

import credence.imports.Cells;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One execution of a Flex query.
///
/// @param time in the spelling of [FlexTimes]
/// @param quantity signed: negative is sold; of a cancellation the opposite of what it cancels
/// @param worth proceeds, else the trade's money; null when the query has neither
/// @param id unique for the row, empty when the query has none
record FlexTrade(
        int line,
        String account,
        String category,
        String symbol,
        String currency,
        String time,
        BigDecimal quantity,
        BigDecimal price,
        Optional<BigDecimal> multiplier,
        @Nullable BigDecimal worth,
        @Nullable BigDecimal commission,
        String commissionCurrency,
        @Nullable BigDecimal taxes,
        String openClose,
        boolean cancels,
        String orderReference,
        String orderId,
        String id,
        String realized,
        String notes,
        String exchange) {

    static FlexTrade of(Cells cells, FlexColumns c, String account) throws RefusedRow {
        int quantityColumn = c.at("quantity");
        BigDecimal quantity = cells.number(quantityColumn);
        if (quantity.signum() == 0) {
            throw cells.refuse(quantityColumn, "A trade of nothing.", "Export the query again.");
        }
        String side = cells.text(c.at("buysell")).toUpperCase(Locale.ROOT);
        String notes = cells.text(c.at("notescodes", "notes", "code"));
        boolean cancels = side.contains("(CA.)") || List.of(notes.split("[;,\\s]+")).contains("Ca");
        quantity = signed(cells, c, quantity, side, cancels);
        BigDecimal proceeds = cells.numberOrNull(c.at("proceeds"));
        String category = cells.text(c.at("assetclass", "assetcategory"));
        return new FlexTrade(
                cells.line(),
                cells.optionalText(c.at("clientaccountid", "accountid")).orElse(account),
                category,
                symbol(cells, c),
                cells.text(c.at("currencyprimary", "currency")),
                FlexTimes.text(
                        cells.text(c.at("datetime")),
                        cells.text(c.at("tradedate")),
                        cells.text(c.at("tradetime"))),
                quantity,
                cells.number(c.at("tradeprice", "price")),
                cells.optionalNumber(c.at("multiplier")),
                proceeds != null ? proceeds : cells.numberOrNull(c.at("trademoney", "amount")),
                cells.numberOrNull(c.at("ibcommission", "commission")),
                cells.text(c.at("ibcommissioncurrency", "commissioncurrency")),
                cells.numberOrNull(c.at("taxes", "tax")),
                cells.text(c.at("opencloseindicator")),
                cancels,
                cells.text(c.at("orderreference")),
                cells.text(c.at("iborderid", "orderid")),
                firstOf(
                        cells.text(c.at("transactionid")),
                        cells.text(c.at("ibexecid", "execid")),
                        cells.text(c.at("tradeid"))),
                cells.text(c.at("fifopnlrealized")),
                notes,
                cells.text(c.at("exchange")));
    }

    private static BigDecimal signed(
            Cells cells, FlexColumns c, BigDecimal quantity, String side, boolean cancels)
            throws RefusedRow {
        boolean buy = side.startsWith("BUY");
        if (!buy && !side.startsWith("SELL")) {
            if (!side.isEmpty()) {
                throw cells.refuse(
                        c.at("buysell"),
                        "This is neither BUY nor SELL.",
                        "Export the query again.");
            }
            return quantity;
        }
        if (cancels) {
            return buy ? quantity.abs().negate() : quantity.abs();
        }
        if (buy && quantity.signum() < 0) {
            throw cells.refuse(
                    c.at("quantity"),
                    "A purchase of a negative quantity.",
                    "Export the query again; do not edit it.");
        }
        return buy ? quantity : quantity.abs().negate();
    }

    private static String symbol(Cells cells, FlexColumns c) {
        return firstOf(
                cells.text(c.at("symbol")),
                cells.text(c.at("isin")),
                cells.text(c.at("securityid")),
                cells.text(c.at("conid")));
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty() && !text.equals("--") && !text.equals("0")) {
                return text;
            }
        }
        return "";
    }

    /// A pair of currencies, or a row that names nothing that was traded.
    boolean conversion() {
        return IbkrMoney.forex(category, symbol) || symbol.isEmpty();
    }
}
