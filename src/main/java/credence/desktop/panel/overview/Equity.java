package credence.desktop.panel.overview;

import credence.core.regime.Taxonomy;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.desktop.chart.Layer;
import credence.desktop.chart.LinePicture;
import credence.desktop.chart.MarketPicture;
import credence.desktop.chart.TimePicture;
import credence.desktop.chart.TimeSeries;
import credence.desktop.chart.ValueScale;
import credence.desktop.desk.Selection;
import credence.desktop.desk.TradeBook;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;
import credence.service.MarketTimeline;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What the chosen bots have realised over time, with the market's regime beneath.
///
/// Money is added in one currency only: the one of most closed trades; a trade whose result nobody knows in money counts nowhere. What
/// is left out is said.
final class Equity {

    private static final ValueScale NO_SCALE = ValueScale.signed("Net", Unit.NUMBER);

    private final Selection selection;
    private final List<TradeView> closed = new ArrayList<>();
    private @Nullable String currency;
    private int others;

    private Equity(TradeBook book, Selection selection, @Nullable Instant from, Instant until) {
        this.selection = selection;
        Map<String, Integer> counts = new TreeMap<>();
        List<TradeView> known = new ArrayList<>();
        for (TradeView trade : book.all()) {
            Instant at = trade.exitTime();
            if (at == null
                    || trade.open()
                    || trade.unmatched()
                    || !selection.includes(new BotId(trade.bot()))
                    || !selection.symbol().map(trade.symbol()::equals).orElse(true)
                    || at.isAfter(until)
                    || (from != null && at.isBefore(from))) {
                continue;
            }
            known.add(trade);
            if (trade.netPnl() != null) {
                counts.merge(trade.currency(), 1, Integer::sum);
            }
        }
        currency =
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(null);
        for (TradeView trade : known) {
            if (trade.netPnl() != null && trade.currency().equals(currency)) {
                closed.add(trade);
            } else {
                others++;
            }
        }
        closed.sort(
                Comparator.comparing((TradeView t) -> Objects.requireNonNull(t.exitTime()))
                        .thenComparing(TradeView::bot)
                        .thenComparing(TradeView::id));
    }

    /// @param market regimes to lay beneath, if bars are held
    static TimePicture picture(
            TradeBook book,
            Selection selection,
            @Nullable Instant from,
            Instant until,
            Optional<MarketTimeline> market,
            Figures figures) {
        return new Equity(book, selection, from, until).picture(market, figures);
    }

    /// Such as "all bots in ETHUSDT": whose trades these are.
    private String whose(Figures figures) {
        int bots = selection.bots().size();
        String who =
                switch (bots) {
                    case 0 -> "all bots";
                    case 1 -> selection.bots().getFirst().name();
                    default -> figures.count(bots) + " bots";
                };
        return who + selection.symbol().map(symbol -> " in " + symbol).orElse("");
    }

    private TimePicture picture(Optional<MarketTimeline> market, Figures figures) {
        String code = currency;
        if (code == null || closed.isEmpty()) {
            return TimePicture.empty(
                    "Realised by " + whose(figures),
                    "No closed trade has a result in money here.",
                    NO_SCALE);
        }
        long[] times = new long[closed.size()];
        double[] sums = new double[closed.size()];
        BigDecimal sum = BigDecimal.ZERO;
        int points = 0;
        for (TradeView trade : closed) {
            sum = sum.add(Objects.requireNonNull(trade.netPnl()));
            long at = Objects.requireNonNull(trade.exitTime()).toEpochMilli();
            // One point a moment: what closed together is one step.
            points = points > 0 && times[points - 1] == at ? points : points + 1;
            times[points - 1] = at;
            sums[points - 1] = sum.doubleValue();
        }
        CurrencyCode money = new CurrencyCode(code);
        TimePicture line =
                LinePicture.one(
                        "Realised by " + whose(figures) + ", " + code,
                        figures.amount(sum, money)
                                + " "
                                + code
                                + " from "
                                + figures.count(closed.size())
                                + " closed trades"
                                + (others == 0
                                        ? "."
                                        : "; "
                                                + figures.count(others)
                                                + " in other currencies or without a result in"
                                                + " money are not in it."),
                        ValueScale.signed("Net, " + code, Unit.money(money)),
                        new LinePicture.Named(
                                "Net",
                                new TimeSeries(
                                        java.util.Arrays.copyOf(times, points),
                                        java.util.Arrays.copyOf(sums, points))));
        if (market.isEmpty()) {
            return line;
        }
        List<Layer> layers =
                new ArrayList<>(MarketPicture.broadRibbons(market.get(), Taxonomy.FOUR));
        layers.addAll(line.layers());
        return new TimePicture(
                line.title(),
                line.summary() + " Beneath, the regime " + market.get().symbol() + " was in most.",
                line.scale(),
                layers);
    }
}
