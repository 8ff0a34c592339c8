package credence.imports.formats.frameworks;

import credence.core.fact.Extra;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.NumberStyle;
import credence.imports.Owner;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the reports of nautilus_trader share: `strategy_id` is the bot, `account_id` the account, `instrument_id` is symbol and venue
/// with a point between them, times are UTC or nanoseconds.
record Nautilus(FrameworkFile file) {

    private static final Pattern MONEY =
            Pattern.compile("(-?[\\d_.]+(?:[eE][-+]?\\d+)?) ([A-Za-z0-9]+)");

    Owner owner(Cells c, Instant time) {
        Header h = file.header();
        return file.owners()
                .of(
                        Clues.NONE
                                .bot(FrameworkFile.text(c, h.find("strategy_id")))
                                .account(FrameworkFile.text(c, h.find("account_id")))
                                .symbol(instrument(c))
                                .time(time));
    }

    /// The instrument without its venue.
    String instrument(Cells c) {
        String id = FrameworkFile.text(c, file.header().find("instrument_id"));
        int venue = id.lastIndexOf('.');
        return venue > 0 ? id.substring(0, venue) : id;
    }

    Symbol symbol(Cells c) throws RefusedRow {
        return file.owners().symbol(instrument(c), c.line(), "instrument_id");
    }

    /// A backtest names itself in the id of its trader; anything else may be live.
    SourceClass source(Cells c) {
        Header h = file.header();
        String trader = FrameworkFile.text(c, h.find("trader_id")).toUpperCase(Locale.ROOT);
        String account = FrameworkFile.text(c, h.find("account_id")).toUpperCase(Locale.ROOT);
        boolean backtest = trader.contains("BACKTEST") || account.startsWith("SIM-");
        if (!backtest) {
            file.tally()
                    .note(
                            "The trader's id does not say backtest, so these rows count as live."
                                    + " Say --source backtest or --source paper if they are not.");
        }
        return file.owners().source(backtest ? SourceClass.BACKTEST : SourceClass.LIVE);
    }

    /// Commissions, `['0.02491250 USDT']`, added up when they are in one currency; nothing when there are none or several.
    static Optional<Amount> commissions(String text) {
        Matcher m = MONEY.matcher(text);
        Amount sum = null;
        while (m.find()) {
            Amount one =
                    Amount.of(m.group(1).replace("_", "") + " " + m.group(2), NumberStyle.POINT);
            if (sum != null && !sum.unit().equals(one.unit())) {
                return Optional.empty();
            }
            sum = sum == null ? one : new Amount(sum.value().add(one.value()), one.unit());
        }
        return Optional.ofNullable(sum);
    }

    /// Keeps a commission in another coin beside the fill, for the trader's own rates.
    static void keep(FillDraft fill, Optional<Amount> commission) {
        commission.ifPresent(
                a -> {
                    fill.extra(Extra.FEE, a.value().toPlainString());
                    fill.extra(Extra.FEE_CURRENCY, a.unit().map(CurrencyCode::code).orElse(""));
                });
    }

    /// A commission in the money of the price; null when there is none or it is in another.
    static @Nullable BigDecimal in(Optional<Amount> commission, String currency) {
        return commission
                .filter(a -> a.unit().isEmpty() || a.unit().get().code().equals(currency))
                .map(Amount::value)
                .orElse(null);
    }
}
