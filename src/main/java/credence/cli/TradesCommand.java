package credence.cli;

import credence.core.value.BotId;
import credence.service.TradeQuery;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// `trades`: the journal.
@Command(
        name = "trades",
        header = "List trades, closed and open.",
        description = {"", "In order of entry. Money is in each trade's own currency."},
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
                        Json.write(
                                desk.console(),
                                out -> out.array("trades", trades, TradesCommand::document));
                    } else {
                        print(trades);
                    }
                    return Exit.DONE;
                });
    }

    private static void document(Json out, TradeView t) {
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
    }

    private void print(List<TradeView> trades) {
        Console console = desk.console();
        if (trades.isEmpty()) {
            console.line("No such trades.");
            return;
        }
        Table table =
                new Table()
                        .left("entry (UTC)")
                        .name("bot")
                        .left("symbol")
                        .left("side")
                        .right("quantity")
                        .right("entry")
                        .left("exit (UTC)")
                        .right("exit")
                        .right("net")
                        .left("cur.")
                        .right("R");
        for (TradeView t : trades) {
            Double r = t.r();
            table.row(
                    Figures.minute(t.entryTime()),
                    t.bot(),
                    t.symbol(),
                    t.side(),
                    Figures.exact(t.quantity()),
                    Figures.exact(t.entryPrice()),
                    exit(t),
                    Figures.exact(t.exitPrice()),
                    Figures.amount(t.netPnl(), 2),
                    t.currency(),
                    r == null ? "–" : Figures.signed(r, 2));
        }
        table.print(console);
        console.line();
        console.line(sum(trades));
    }

    private static String exit(TradeView t) {
        return t.unmatched() ? "no opening" : t.open() ? "open" : Figures.minute(t.exitTime());
    }

    private static String sum(List<TradeView> trades) {
        Map<String, BigDecimal> net = new TreeMap<>();
        long open = 0;
        long unmatched = 0;
        for (TradeView t : trades) {
            BigDecimal result = t.netPnl();
            if (t.unmatched()) {
                unmatched++;
            } else if (t.open()) {
                open++;
            } else if (result != null) {
                net.merge(t.currency(), result, BigDecimal::add);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append(
                Figures.count(trades.size() - open - unmatched, "closed trade", "closed trades"));
        text.append(", ").append(Figures.count(open)).append(" open");
        if (unmatched > 0) {
            text.append(", ").append(Figures.count(unmatched)).append(" closed without opening");
        }
        net.forEach(
                (currency, sum) ->
                        text.append("; net of the closed ones ")
                                .append(Figures.amount(sum, 2))
                                .append(' ')
                                .append(currency));
        return text.append('.').toString();
    }
}
