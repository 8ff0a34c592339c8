package credence.desktop.panel.importing;

import credence.core.fact.Bar;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.Rate;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.ImportPlan;
import credence.service.port.NewBatch.NewFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many rows of an import would be one bot's in one account.
///
/// @param fresh rows that would come in
/// @param known rows that are known already; they stay with the bot they came in for
public record OwnerLine(String bot, String account, long fresh, long known) {

    /// How formats call the gathering of rows that name no bot.
    private static final String NOBODY = "unassigned (";

    private record Whose(String bot, String account) {}

    /// In the order in which the bots appear in the files.
    static List<OwnerLine> of(ImportPlan plan) {
        Map<Whose, long[]> counts = new LinkedHashMap<>();
        for (NewFile file : plan.batch().files()) {
            file.rows().forEach(row -> count(counts, whose(row.row()), 0));
            file.restatements().forEach(row -> count(counts, whose(row.held()), 1));
        }
        List<OwnerLine> lines = new ArrayList<>();
        counts.forEach((w, n) -> lines.add(new OwnerLine(w.bot(), w.account(), n[0], n[1])));
        return lines;
    }

    /// Whether the rows are nobody's as things stand.
    boolean nobodys() {
        return bot.startsWith(NOBODY) && fresh > 0;
    }

    private static void count(Map<Whose, long[]> counts, @Nullable Whose whose, int which) {
        if (whose != null) {
            counts.computeIfAbsent(whose, _ -> new long[2])[which]++;
        }
    }

    private static @Nullable Whose whose(SourceRow row) {
        return switch (row) {
            case Fill f -> new Whose(f.bot().name(), f.account().name());
            case TradeRecord t -> new Whose(t.bot().name(), t.account().name());
            case Prediction p -> new Whose(p.bot().name(), "");
            case Bar _, Rate _ -> null;
        };
    }
}
