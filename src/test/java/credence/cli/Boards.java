package credence.cli;

import credence.core.trust.BotTrust;
import credence.core.trust.DataQuality;
import credence.core.trust.LearningSummary;
import credence.core.trust.RegimeFit;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.SourceClass;
import credence.core.value.Status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Boards made by hand.
final class Boards {

    private static final Estimate NOT_READY = Estimate.none(Status.NOT_READY, 0);

    private Boards() {}

    static TrustBoard two() {
        return new TrustBoard(
                Instant.parse("2025-06-30T14:00:00Z"),
                List.of(
                        bot("order-dual-stop-near-only-with-a-very-long-name-indeed-01"),
                        bot("網格 bot")),
                "None of these 2 bots is proven.",
                new LearningSummary(2, 96, 1, Estimate.of(0.55, 0.5, 0.6, 2), 1.5, 1.25));
    }

    private static BotTrust bot(String name) {
        return new BotTrust(
                new BotId(name),
                "ACTIVE",
                "UNDECIDED",
                null,
                List.of(),
                50,
                1,
                48,
                new TreeMap<>(Map.of(SourceClass.BACKTEST, 48)),
                27,
                2,
                new TreeMap<>(
                        Map.of(
                                new CurrencyCode("USDT"),
                                new BigDecimal("51255.310000000000000001"))),
                Estimate.of(0.5625, 0.45, 0.67, 48),
                Estimate.of(0.5625, 0.52, 0.60, 48),
                Estimate.of(0.0125, -0.1, 0.12, 48),
                Estimate.of(0.41, 0.35, 0.47, 48),
                Estimate.exact(0.6, 48),
                44.5,
                Estimate.exact(0.5, 48),
                Estimate.exact(1, 48),
                Estimate.exact(0.5, 48),
                NOT_READY,
                new BotTrust.Parts(NOT_READY, NOT_READY, NOT_READY, NOT_READY),
                Estimate.of(0.12, -0.05, 0.3, 48),
                Estimate.of(0.08, -0.11, 0.27, 38),
                Estimate.of(0.83, 0.83, 0.83, 48),
                Estimate.of(1.2, 1, 1.4, 48),
                Estimate.of(3, 1, 5, 48),
                true,
                List.of(),
                new TreeMap<>(Map.of("RELATIVE", 38)),
                0,
                0,
                Instant.parse("2025-06-30T12:00:00Z"),
                List.of(0.1, 0.12),
                DataQuality.FLAWLESS,
                RegimeFit.UNKNOWN,
                List.of(
                        "Wins are small against losses.",
                        "There are no costs in file: 5 bp a side assumed."));
    }
}
