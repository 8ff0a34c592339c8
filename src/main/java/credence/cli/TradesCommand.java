package credence.cli;

import credence.core.fact.ResultBasis;
import credence.core.value.BotId;
import credence.core.value.Money;
import credence.service.MultiplierSource;
import credence.service.TradeEvidence;
import credence.service.TradeOrigin;
import credence.service.TradeOrigins;
import credence.service.TradeQuery;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `trades`: the journal.
@Command(
        name = "trades",
        header = "List trades, closed and open.",
        description = {
            "",
            "In order of entry. Money is in each trade's own currency. What nobody"
                    + " knows in money (no multiplier) counts in points; costs that are not"
                    + " stated are not zero."
        },
        footer = {
            "",
            "Examples:",
            "  credence trades --bot scalper --from 2025-01-01 --to 2025-02-01",
            "  credence trades --json > trades.json"
        },
        mixinStandardHelpOptions = true)
final class TradesCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(names = "--bot", paramLabel = "B", description = "Only this bot's.")
    private Optional<BotId> bot = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Only trades entered at T or later.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Only trades entered before T.")
    private @Nullable Instant to;

    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    TradesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        TradeQuery query =
                new TradeQuery(
                        bot, Optional.ofNullable(from), Optional.ofNullable(to), asOf.moment());
        return desk.read(
                workspace -> {
                    List<TradeView> trades = workspace.beliefs().trades(query);
                    if (json.wanted()) {
                        TradeOrigins origins = workspace.beliefs().origins();
                        Json.write(
                                desk.console(),
                                out ->
                                        out.array(
                                                "trades",
                                                trades,
                                                (o, t) -> document(o, t, origins)));
                    } else {
                        new TradesPage(trades, workspace.settings().get("base_currency").value())
                                .print(desk.console());
                    }
                    return Exit.DONE;
                });
    }

    private static void document(Json out, TradeView t, TradeOrigins origins) {
        out.text("bot", t.bot());
        out.text("account", t.account());
        out.text("symbol", t.symbol());
        out.text("side", t.side());
        out.decimal("quantity", t.quantity());
        out.instant("entryTime", t.entryTime());
        out.decimal("entryPrice", t.entryPrice());
        out.instant("exitTime", t.exitTime());
        out.decimal("exitPrice", t.exitPrice());
        out.decimal("grossPnl", t.grossPnl());
        out.decimal("costs", t.costs());
        out.decimal("netPnl", t.netPnl());
        out.text("currency", t.currency());
        out.number("r", t.r());
        out.text("rung", t.rung());
        out.text("exitReason", t.exitReason());
        out.text("source", t.source());
        out.flag("open", t.open());
        out.flag("unmatched", t.unmatched());
        out.text("id", t.id());
        evidence(out, t.evidence());
        out.object(
                "regimeAtEntry",
                o ->
                        o.text("name", t.market().name())
                                .number("probability", t.market().probability()));
        out.object("situationAtEntry", o -> SituationsCommand.situation(o, t.market().situation()));
        out.texts("remarks", t.remarks());
        out.array(
                "rows",
                origins.of(t),
                (o, row) ->
                        o.text("file", row.file())
                                .count("line", row.line())
                                .text("zone", row.zone())
                                .text("localTime", local(row.localTime()))
                                .text("inFile", inFile(row))
                                .text("multiplierSource", multiplierSource(row)));
    }

    /// What stands in the file where the trader wrote the row anew.
    private static @Nullable String inFile(TradeOrigin row) {
        return row.correction() == null ? null : row.correction().before();
    }

    private static @Nullable String multiplierSource(TradeOrigin row) {
        MultiplierSource source = row.multiplier();
        return source == null ? null : source.word();
    }

    private static @Nullable String local(@Nullable LocalDateTime time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String words(ResultBasis basis) {
        return basis == ResultBasis.UNSAID ? null : basis.words();
    }

    private static void evidence(Json out, TradeEvidence e) {
        out.decimal("points", e.points());
        out.decimal("multiplier", e.multiplier());
        MultiplierSource by = e.multiplierSource();
        out.text("multiplierSource", by == null ? null : by.word());
        out.decimal("commission", e.commission());
        out.decimal("fees", e.fees());
        out.decimal("funding", e.funding());
        out.flag("costsEstimated", e.costsEstimated());
        out.flag("costsPartial", e.costsPartial());
        out.decimal("statedPnl", e.statedPnl());
        out.text("statedPnlIs", words(e.statedIs()));
        out.text("closedLots", e.closedLots());
        out.decimal("computedPnl", e.computedPnl());
        out.text("computedPnlIs", words(e.computedIs()));
        out.decimal("difference", e.difference());
        Money inBase = e.netInBase();
        out.decimal("netInBase", inBase == null ? null : inBase.amount());
        out.array(
                "uncountedFees",
                e.uncountedFees(),
                (o, fee) ->
                        o.decimal("amount", fee.amount()).text("currency", fee.currency().code()));
    }
}
