package credence.core.brain;

import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the learners see: all trades that share one entry, once all of it is closed (`rules.md` 26).
///
/// @param trades ids of its trades
/// @param net result after stated costs, exact
/// @param returnFraction net ÷ entry notional, 0 where the notional is 0
/// @param turnover entry and exit notional together, in the trade's currency
/// @param assumedCosts costs charged because the source states none
/// @param r result in R after stated or assumed costs, unclamped
/// @param statedR the same before assumed costs, which weigh more where ranges are small
/// @param result 1 won, 0 lost, ½ break-even, by `net`
/// @param entryQuality 1 − clamp(MAE ÷ risk), where both are known
/// @param exitQuality clamp(result ÷ MFE), where known
/// @param newVersion whether it is the first of a new version of the bot
/// @param inPoints whether `net` counts points, since nobody knows the multiplier: it is no money
/// @param market what was known of its market at entry, empty without bars; nothing later touches it
public record Outcome(
        BotId bot,
        Symbol symbol,
        Direction direction,
        Instant opened,
        Instant closed,
        List<String> trades,
        BigDecimal net,
        CurrencyCode currency,
        double returnFraction,
        double turnover,
        double assumedCosts,
        OptionalDouble r,
        OptionalDouble statedR,
        RiskRung rung,
        double result,
        SourceClass source,
        OptionalDouble entryQuality,
        OptionalDouble exitQuality,
        boolean newVersion,
        boolean inPoints,
        Optional<MarketReading> market) {}
