package credence.desktop.panel.journal;

import credence.core.market.SituationWords;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.desktop.chart.RegimeLook;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One trade as tables show it.
///
/// @param commission absent where the source keeps no such column; fees and funding alike
/// @param pointWorth money per point and unit, absent where nobody knows it
/// @param pointBy the same with who says so: `×50 — table of common futures`
/// @param net result after costs; of an open trade that of its mark, if it has one
/// @param netInBase net in the base currency at the rate of the day it closed; null without base or rate
/// @param rung what R stands on, in words
/// @param regime in force at entry; situation then, both in words
/// @param remark what its figures leave out or contradict, empty where nothing
/// @param state Closed, Open, or Unmatched for a close without an opening
public record TradeRow(
        String id,
        String bot,
        String account,
        String symbol,
        String side,
        BigDecimal quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        @Nullable Instant exitTime,
        @Nullable BigDecimal exitPrice,
        @Nullable Money gross,
        @Nullable Money costs,
        @Nullable Money commission,
        @Nullable Money fees,
        @Nullable Money funding,
        @Nullable BigDecimal pointWorth,
        String pointBy,
        @Nullable Money net,
        @Nullable Money netInBase,
        @Nullable Double r,
        String rung,
        @Nullable Double heldHours,
        String exitReason,
        String source,
        String state,
        String regime,
        String situation,
        String remark) {

    public static TradeRow of(TradeView trade) {
        CurrencyCode currency = new CurrencyCode(trade.currency());
        Instant exit = trade.exitTime();
        return new TradeRow(
                trade.id(),
                trade.bot(),
                trade.account(),
                trade.symbol(),
                words(trade.side()),
                trade.quantity(),
                trade.entryTime(),
                trade.entryPrice(),
                exit,
                trade.exitPrice(),
                money(trade.grossPnl(), currency),
                money(trade.costs(), currency),
                money(trade.evidence().commission(), currency),
                money(trade.evidence().fees(), currency),
                money(trade.evidence().funding(), currency),
                trade.evidence().multiplier(),
                trade.evidence().pointWorth(),
                money(trade.netPnl(), currency),
                trade.evidence().netInBase(),
                trade.r(),
                rung(trade.rung()),
                exit == null
                        ? null
                        : Duration.between(trade.entryTime(), exit).toSeconds() / 3600.0,
                reason(trade.exitReason()),
                words(trade.source()),
                trade.unmatched() ? "Unmatched" : trade.open() ? "Open" : "Closed",
                RegimeLook.words(trade.market().name()),
                SituationWords.of(trade.market().situation()),
                String.join(" ", trade.remarks()));
    }

    /// The symbol with what a point of it is worth and who says so.
    public String symbolWorth() {
        return pointBy.isEmpty() ? symbol : symbol + ": a point counts " + pointBy;
    }

    /// What R stands on, in words.
    public static String rung(@Nullable String rung) {
        if (rung == null) {
            return "";
        }
        return switch (rung) {
            case "STOP" -> "stop";
            case "ATR" -> "assumed from ATR";
            case "RELATIVE" -> "relative to earlier trades";
            case "NONE" -> "";
            default -> rung.toLowerCase(Locale.ROOT);
        };
    }

    private static String reason(String reason) {
        return switch (reason) {
            case "TP" -> "Take-profit";
            case "SL" -> "Stop-loss";
            case "TIME" -> "Time";
            case "UNKNOWN" -> "";
            default -> words(reason);
        };
    }

    static String words(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return low.isEmpty() ? low : Character.toUpperCase(low.charAt(0)) + low.substring(1);
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, CurrencyCode currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
