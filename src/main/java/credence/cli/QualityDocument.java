package credence.cli;

import credence.core.trust.DataQuality;
import credence.core.value.CurrencyCode;

/// What money figures leave out, as JSON.
final class QualityDocument {

    private QualityDocument() {}

    static void write(Json out, DataQuality q) {
        out.count("tradesWithoutMoney", q.tradesWithoutMoney());
        out.object(
                "unknownMultipliers",
                o -> q.withoutMoney().forEach((symbol, n) -> o.count(symbol.name(), n)));
        out.count("differingResults", q.differing());
        out.object(
                "uncountedFees",
                o -> q.uncountedFees().forEach((coin, n) -> o.count(coin.code(), n)));
        out.count("estimatedCosts", q.estimated());
        out.text("baseCurrency", q.base().map(CurrencyCode::code).orElse(null));
        out.decimal("netInBase", q.base().isPresent() ? q.netInBase() : null);
        out.count("tradesWithoutRate", q.withoutRate());
        out.texts("remarks", q.remarks());
    }
}
