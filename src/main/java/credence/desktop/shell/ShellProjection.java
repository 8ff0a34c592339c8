package credence.desktop.shell;

import credence.core.value.BotId;
import credence.desktop.desk.OpenDesk;
import credence.desktop.desk.Selection;
import credence.desktop.desk.ShortPath;
import credence.desktop.desk.Span;
import credence.desktop.theme.Figures;
import credence.service.StatusReport;

import java.time.Instant;
import java.util.List;

/// What the strip and the status bar show.
///
/// @param workspace which workspace is open, in words
/// @param folder where it lies
/// @param learned outcomes learned so far, in words
/// @param dataUntil latest data, in words
/// @param asOf empty, or that the screens show an earlier moment
/// @param health state of the store, in words
/// @param healthy whether nothing about the store needs attention
/// @param bots names to choose from, in the order of the board
/// @param chosenBots the choice in words; chosenSpan and chosenSymbol likewise
public record ShellProjection(
        boolean open,
        boolean sample,
        String workspace,
        String folder,
        String learned,
        String dataUntil,
        String asOf,
        String health,
        boolean healthy,
        List<BotId> bots,
        String chosenBots,
        String chosenSpan,
        String chosenSymbol) {

    static final ShellProjection CLOSED =
            new ShellProjection(
                    false,
                    false,
                    "No workspace is open",
                    "",
                    "",
                    "",
                    "",
                    "",
                    true,
                    List.of(),
                    "All bots",
                    "All time",
                    "All symbols");

    static ShellProjection of(
            OpenDesk at, StatusReport status, Selection selection, Figures figures) {
        var board = at.state().board();
        Instant until = board.asOf();
        List<BotId> bots = board.bots().stream().map(b -> b.bot()).toList();
        Instant asOf = selection.span().asOf(until);
        long outcomes = board.summary().outcomes();
        boolean healthy = status.auditIntact() && status.store().writable();
        return new ShellProjection(
                true,
                at.desk().sample(),
                at.desk().sample() ? "Sample workspace" : "Your workspace",
                ShortPath.of(at.desk().directory()),
                outcomes == 1 ? "1 outcome learned" : figures.count(outcomes) + " outcomes learned",
                until == null
                        ? "No data yet"
                        : "Data until " + figures.time(until) + " " + figures.zone().getId(),
                asOf == null ? "" : "As known on " + figures.time(asOf),
                health(status, figures),
                healthy,
                bots,
                bots(selection, bots.size(), figures),
                span(selection.span(), figures),
                selection.symbol().orElse("All symbols"));
    }

    /// A span in the words of the menu.
    static String span(Span span, Figures figures) {
        return switch (span) {
            case Span.All _ -> "All time";
            case Span.LastDays(int days) ->
                    days == 365 ? "Last year" : "Last " + figures.count(days) + " days";
            case Span.Between(Instant from, Instant to) ->
                    figures.date(from) + " to " + figures.date(to);
        };
    }

    private static String bots(Selection selection, int all, Figures figures) {
        List<BotId> chosen = selection.bots();
        return switch (chosen.size()) {
            case 0 -> all == 0 ? "All bots" : "All " + figures.count(all) + " bots";
            case 1 -> chosen.getFirst().name();
            default ->
                    chosen.getFirst().name() + " and " + figures.count(chosen.size() - 1) + " more";
        };
    }

    private static String health(StatusReport status, Figures figures) {
        if (!status.store().writable()) {
            return "The workspace is read-only: nothing can be imported";
        }
        if (!status.auditIntact()) {
            return "The audit log does not match its seals: run credence verify";
        }
        double megabytes = status.store().databaseBytes() / 1e6;
        return "Store in order, " + figures.number(megabytes, 1) + " MB";
    }
}
