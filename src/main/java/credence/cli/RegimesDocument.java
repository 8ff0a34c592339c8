package credence.cli;

import credence.core.regime.Refit;
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
        out.array("spans", report.spans(), RegimesDocument::span);
        RegimeReport.Current current = report.current();
        if (current == null) {
            out.nothing("current");
        } else {
            out.object("current", o -> current(o, current));
        }
        out.text("readiness", report.readiness());
        out.array("shares", report.shares(), RegimesDocument::share);
        out.array("results", report.results(), RegimesDocument::result);
        out.array("days", report.days(), RegimesDocument::day);
        out.count("outcomesWithoutRegime", report.withoutRegime());
        out.count("outcomesUndated", report.undated());
        out.array("modelCard", report.modelCard(), RegimesDocument::refit);
    }

    private static void span(Json out, RegimeSpan span) {
        out.instant("from", span.from());
        out.instant("to", span.to());
        out.text("regime", span.regime());
        out.number("probability", span.probability());
    }

    private static void current(Json out, RegimeReport.Current current) {
        out.instant("at", current.at());
        out.text("regime", current.regime());
        out.number("probability", current.probability());
        out.object("probabilities", o -> current.probabilities().forEach(o::number));
        out.text("reason", current.reason());
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
