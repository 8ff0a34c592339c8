package credence.cli;

import credence.core.belief.RegimeBeliefReading;
import credence.core.regime.Dependence;
import credence.core.regime.FleetDependence;
import credence.core.regime.NameInForce;
import credence.core.trust.RegimeFit;
import credence.core.value.Regime;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

/// How a bot stands to the regimes, as JSON.
final class RegimeFitDocument {

    private RegimeFitDocument() {}

    static void write(Json out, RegimeFit fit, FleetDependence.@Nullable Row dependence) {
        out.text("status", fit.now().isPresent() ? "OK" : "NOT_READY");
        out.text("now", fit.name().map(NameInForce::regime).orElse(null));
        fit.name()
                .ifPresentOrElse(
                        name -> RegimesDocument.probability(out, name),
                        () -> out.nothing("probability").nothing("rival"));
        out.object(
                "probabilities",
                o ->
                        fit.now()
                                .ifPresent(
                                        p -> {
                                            for (Regime regime : Regime.values()) {
                                                o.number(regime.name(), p.of(regime));
                                            }
                                        }));
        out.texts("symbols", fit.symbols().stream().map(Symbol::name).toList());
        out.texts(
                "symbolsWithoutReading", fit.withoutReading().stream().map(Symbol::name).toList());
        out.object(
                "beliefs",
                o ->
                        fit.beliefs()
                                .cells()
                                .forEach((r, cell) -> o.object(r.name(), c -> cell(c, cell))));
        out.object(
                "weight",
                o ->
                        o.number("base", fit.weight().base())
                                .number("inRegime", fit.weight().inRegime())
                                .number("share", fit.weight().share())
                                .number("value", fit.weight().value()));
        if (dependence == null) {
            out.nothing("dependence");
        } else {
            out.object("dependence", o -> dependence(o, dependence));
        }
    }

    /// Of all bots together.
    static void write(Json out, FleetDependence fleet) {
        out.count("tested", fleet.tested());
        out.count("surviving", fleet.surviving());
        out.count("aloneLeavingOutZero", fleet.alone());
        out.number("expectedByChance", fleet.expectedAlone());
        out.text(
                "note",
                "survives is the answer: it pays for the number of bots tested, duplicates once"
                        + " (Benjamini and Hochberg, 10 %). effectAlone is the interval of one bot"
                        + " alone, not adjusted for that number.");
    }

    private static void dependence(Json out, FleetDependence.Row row) {
        Dependence d = row.dependence();
        out.text("status", d.status().name());
        out.count("outcomes", d.outcomes());
        out.number("p", RegimesDocument.boxed(d.p()));
        out.number("adjustedP", RegimesDocument.boxed(row.adjusted()));
        out.flag("survives", row.survives());
        out.text("better", d.better().map(Regime::name).orElse(null));
        out.text("worse", d.worse().map(Regime::name).orElse(null));
        out.estimate("effectAlone", d.effect());
    }

    private static void cell(Json out, RegimeBeliefReading.Cell cell) {
        out.estimate("accuracy", cell.accuracy());
        out.estimate("meanR", cell.edge());
        out.number("expectedOutcomes", cell.expected());
        out.number("evidence", cell.evidence());
        out.flag("borrowed", cell.borrowed());
    }
}
