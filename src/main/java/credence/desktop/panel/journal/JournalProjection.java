package credence.desktop.panel.journal;

import credence.core.fact.Fill;
import credence.core.value.BotId;
import credence.core.value.ContractCode;
import credence.desktop.action.Emptiness;
import credence.desktop.desk.Selection;
import credence.service.MultiplierSource;
import credence.service.TradeView;
import credence.service.port.BatchSummary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the journal shows. Selection narrows down trades and fills; imports are always listed in full.
///
/// @param imports latest first
/// @param unsaid what to do where an earlier version took a contract's point for 1, empty where it did not
/// @param fillsMissing why there are no fills, empty when there are some
public record JournalProjection(
        List<TradeRow> trades,
        List<FillRow> fills,
        List<ImportRow> imports,
        String unsaid,
        String fillsMissing,
        @Nullable Emptiness emptiness) {

    static final JournalProjection NOTHING =
            new JournalProjection(List.of(), List.of(), List.of(), "", "", null);

    static JournalProjection of(
            List<TradeView> trades,
            List<Fill> fills,
            List<BatchSummary> imports,
            Selection selection,
            @Nullable Instant from,
            @Nullable Instant asOf) {
        if (imports.isEmpty()) {
            return new JournalProjection(
                    List.of(), List.of(), List.of(), "", "", Emptiness.NO_BOTS);
        }
        return new JournalProjection(
                trades.stream()
                        .filter(t -> selection.includes(new BotId(t.bot())))
                        .filter(t -> selection.symbol().map(t.symbol()::equals).orElse(true))
                        .filter(
                                t ->
                                        within(
                                                t.exitTime() == null ? t.entryTime() : t.exitTime(),
                                                t.entryTime(),
                                                from,
                                                asOf))
                        .map(TradeRow::of)
                        .toList(),
                fills.stream()
                        .filter(f -> selection.includes(f.bot()))
                        .filter(f -> selection.symbol().map(f.symbol().name()::equals).orElse(true))
                        .filter(f -> within(f.time(), f.time(), from, asOf))
                        .map(FillRow::of)
                        .toList(),
                imports.stream().map(ImportRow::of).toList().reversed(),
                unsaid(trades),
                fills.isEmpty()
                        ? "These files hold finished trades, no single fills. Fills appear here"
                                + " when a file with executions is imported."
                        : "",
                null);
    }

    /// Names each family of contracts once.
    private static String unsaid(List<TradeView> trades) {
        SortedSet<String> families = new TreeSet<>();
        for (TradeView t : trades) {
            if (t.evidence().multiplierSource() == MultiplierSource.UNSTATED) {
                families.add(ContractCode.family(t.symbol()));
            }
        }
        return families.isEmpty()
                ? ""
                : "A point of "
                        + String.join(", ", families)
                        + " counts as 1, which nobody said: an earlier version took it so. Set"
                        + " multiplier."
                        + families.first()
                        + " in the settings, money per point, or undo the import and import the"
                        + " file again.";
    }

    private static boolean within(
            Instant end, Instant begin, @Nullable Instant from, @Nullable Instant asOf) {
        return (from == null || !end.isBefore(from)) && (asOf == null || !begin.isAfter(asOf));
    }
}
