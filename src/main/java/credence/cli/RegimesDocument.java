package credence.cli;

import credence.core.regime.NameInForce;
import credence.core.regime.Refit;
import credence.core.regime.Taxonomy;
import credence.service.ChargedCosts;
import credence.service.RegimeReport;
import credence.service.RegimeSpan;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.OptionalDouble;

/// A market's regimes as JSON.
final class RegimesDocument {

    private RegimesDocument() {}

    static void write(Json out, RegimeReport report) {
        out.text("symbol", report.symbol().name());
        out.text("taxonomy", report.taxonomy().name().toLowerCase(Locale.ROOT));
        out.instant("asOf", report.asOf());
        out.count("candleSeconds", report.candle().toSeconds());
        boolean confidence = report.taxonomy() == Taxonomy.SEVEN;
        out.array("spans", report.spans(), (o, span) -> span(o, span, report.taxonomy()));
        RegimeReport.Current current = report.current();
        if (current == null) {
            out.nothing("current");
        } else {
            out.object("current", o -> current(o, current, confidence));
        }
        out.text("readiness", report.readiness());
        out.array("shares", report.shares(), RegimesDocument::share);
        out.object("costs", o -> costs(o, report.costs()));
        out.array("results", report.results(), RegimesDocument::result);
        out.array("days", report.days(), RegimesDocument::day);
        out.count("outcomesWithoutRegime", report.withoutRegime());
        out.count("outcomesUndated", report.undated());
        out.array("modelCard", report.modelCard(), RegimesDocument::refit);
    }

    private static void span(Json out, RegimeSpan span, Taxonomy taxonomy) {
        out.instant("from", span.from());
        out.instant("to", span.to());
        if (taxonomy == Taxonomy.FIVE) {
            out.text("fromDay", Figures.dayClosed(span.from()));
            out.text("toDay", Figures.dayClosed(span.to()));
        }
        out.text("regime", span.regime());
        out.number(
                taxonomy == Taxonomy.SEVEN ? "meanConfidence" : "meanProbability",
                span.meanProbability());
    }

    private static void current(Json out, RegimeReport.Current current, boolean confidence) {
        out.instant("at", current.at());
        out.text("regime", current.name().regime());
        if (confidence) {
            out.number("confidence", current.name().probability());
        } else {
            probability(out, current.name());
            out.object("probabilities", o -> current.probabilities().forEach(o::number));
        }
        out.text("reason", current.reason());
    }

    /// The probability of the name in force, and the name that is more probable now, if one is.
    static void probability(Json out, NameInForce name) {
        out.number("probability", name.probability());
        name.rival()
                .ifPresentOrElse(
                        r -> out.object("rival", o -> rival(o, r)), () -> out.nothing("rival"));
    }

    private static void rival(Json out, NameInForce.Rival rival) {
        out.text("regime", rival.regime());
        out.number("probability", rival.probability());
        if (rival.needed() > 0) {
            out.count("candlesSeen", rival.seen());
            out.count("candlesNeeded", rival.needed());
        }
    }

    private static void costs(Json out, ChargedCosts costs) {
        out.text("meanR", costs.words());
        out.text("netPnl", "as stated in the file");
        out.number("assumedBpsPerSide", costs.assumedBpsPerSide());
        out.count("outcomesWithAssumedCosts", costs.assumed());
    }

    private static void share(Json out, RegimeReport.Share share) {
        out.text("regime", share.regime());
        out.count("candles", share.candles());
        out.number("share", share.share());
        out.count("spells", share.spells());
        out.number("meanCandles", boxed(share.meanCandles()));
        out.number("medianCandles", boxed(share.medianCandles()));
        out.object("next", o -> share.next().forEach((regime, n) -> o.count(regime, n)));
    }

    private static void result(Json out, RegimeReport.Result result) {
        out.text("bot", result.bot() == null ? null : result.bot().name());
        out.text("regime", result.regime());
        out.count("outcomes", result.outcomes());
        out.number("effectiveOutcomes", boxed(result.effective()));
        out.estimate("accuracy", result.accuracy());
        out.estimate("meanR", result.meanR());
        out.object(
                "netPnl",
                o -> result.net().forEach((currency, sum) -> o.decimal(currency.code(), sum)));
    }

    private static void day(Json out, RegimeReport.Day day) {
        out.text("regime", day.regime());
        out.count("day", day.day());
        out.count("outcomes", day.outcomes());
        out.estimate("accuracy", day.accuracy());
        out.estimate("meanR", day.meanR());
    }

    private static void refit(Json out, Refit refit) {
        out.instant("at", refit.at());
        out.count("days", refit.days());
        out.count("states", refit.states());
        out.number("logLikelihood", refit.logLikelihood());
        out.object("bic", o -> refit.bic().forEach((k, bic) -> o.number(k.toString(), bic)));
        out.array("list", refit.list(), RegimesDocument::state);
        out.numbers("matched", refit.matched().stream().map(Integer::doubleValue).toList());
        out.text("refused", refit.refused().orElse(null));
        out.text("note", refit.note());
    }

    private static void state(Json out, Refit.State state) {
        out.number("mean", state.mean());
        out.number("volatility", state.volatility());
        out.number("range", boxed(state.range()));
        out.number("expectedDays", boxed(state.days()));
        out.number("share", state.share());
        out.numbers("moves", state.moves());
    }

    static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }
}
