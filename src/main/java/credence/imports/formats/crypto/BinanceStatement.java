package credence.imports.formats.crypto;

import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Binance, "All statements": one row a movement of a coin, trades among deposits, transfers and interest.
///
/// - `User_ID, UTC_Time, Account, Operation, Coin, Change, Remark`, oldest without User_ID; newer `User ID, Time, …`, the zone then in the
///   file's name. Remark may be left off. Times to the second.
/// - Operations of trades changed over the years: `Buy`, `Sell` and `Transaction Related` on both coins of a trade, then `Transaction
///   Buy`, `Transaction Spend`, `Transaction Sold`, `Transaction Revenue`; costs are `Fee` or `Transaction Fee`; `Binance Convert` has two
///   rows and no fee. The sign tells which coin was received.
/// - Nothing ties a trade's rows together but account and second: rows of one second that are one coin against another become one fill of
///   their sums; of several coins in one second, or with one half missing, all are refused.
/// - Every fill has one row of either coin, and one of costs or none. Where their numbers differ, the statement was cut inside that second (exports
///   come in parts) or rows were lost: all are refused, and a statement that holds the whole second brings them.
/// - A fill is known by its second and pair: half a second that happened to be even, and the whole later, contradict each other and are not
///   counted both.
/// - Results and funding of futures stand here without their trades. No id, no bot.
public final class BinanceStatement implements JournalFormat {

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "Binance's statement",
                            "User_ID",
                            "utc_time|time|time(utc*|date(utc*",
                            "Account",
                            "Operation",
                            "Coin",
                            "Change"),
                    HeaderFingerprint.of(
                            "Binance's statement",
                            "UTC_Time",
                            "Account",
                            "Operation",
                            "Coin",
                            "Change"));

    /// Columns of a row whose remark is left off, beside that of the user.
    private static final int WITHOUT_REMARK = 5;

    private static final Set<String> TRADES =
            Set.of(
                    "buy",
                    "sell",
                    "transaction related",
                    "transaction buy",
                    "transaction spend",
                    "transaction sold",
                    "transaction revenue");

    private static final Set<String> FEES = Set.of("fee", "transaction fee");

    private static final Set<String> CONVERSIONS = Set.of("binance convert", "convert");

    @Override
    public String id() {
        return "binance-statement";
    }

    @Override
    public String title() {
        return "Binance, all statements (CSV)";
    }

    @Override
    public String book() {
        return "Binance, spot";
    }

    @Override
    public Detection detect(Document document) {
        return ExchangeFile.surest(document, LAYOUTS);
    }

    private static boolean named(Detection detection) {
        HeaderPlace place = detection.header();
        return place != null && place.header().has("User_ID");
    }

    /// One movement that belongs to a trade.
    private record Movement(int line, boolean fee, String coin, BigDecimal change, String raw) {}

    /// What ties movements together.
    private record Moment(String user, String account, Instant time, boolean conversion) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file =
                ExchangeFile.openShort(
                                "Binance",
                                document,
                                detection,
                                options,
                                tally,
                                WITHOUT_REMARK + (named(detection) ? 1 : 0))
                        .keepingRows();
        var h = file.header();
        int time =
                h.has("UTC_Time")
                        ? h.find("UTC_Time")
                        : Math.max(
                                Math.max(h.find("Time"), h.findFrom("Time(UTC")),
                                h.findFrom("Date(UTC"));
        TimeColumn times =
                h.has("UTC_Time")
                        ? FileZone.utc(file, time)
                        : FileZone.said(
                                file,
                                time,
                                document.name(),
                                "Binance tells statements in the zone that was chosen for the"
                                        + " export");
        int coin = h.find("Coin");
        int change = h.find("Change");
        file.numbersIn(change);
        Map<Moment, List<Movement>> moments = new LinkedHashMap<>();
        Map<Moment, Integer> broken = new HashMap<>();
        file.each(
                c -> {
                    String operation = c.text(h.find("Operation")).toLowerCase(Locale.ROOT);
                    boolean fee = FEES.contains(operation);
                    boolean conversion = CONVERSIONS.contains(operation);
                    if (!fee && !conversion && !TRADES.contains(operation)) {
                        tally.skip(Untraded.reason(c.text(h.find("Operation"))), c);
                        return;
                    }
                    Moment moment =
                            new Moment(
                                    c.text(h.find("User_ID")),
                                    c.text(h.find("Account")),
                                    times.read(FileZone.unfolded(c.text(time)), c.line()),
                                    conversion);
                    try {
                        moments.computeIfAbsent(moment, _ -> new ArrayList<>())
                                .add(movement(c, coin, change, fee));
                    } catch (RefusedRow e) {
                        broken.putIfAbsent(moment, c.line());
                        throw e;
                    }
                });
        for (Map.Entry<Moment, List<Movement>> e : moments.entrySet()) {
            if (!e.getValue().isEmpty()) {
                trade(file, e.getKey(), e.getValue(), broken.get(e.getKey()));
            }
        }
        file.finish();
    }

    private static Movement movement(Cells c, int coin, int change, boolean fee) throws RefusedRow {
        if (c.text(coin).isEmpty()) {
            throw c.refuse(
                    coin,
                    "A trade's row names no coin.",
                    "Export the statement again; the other rows of this second cannot be read"
                            + " without it either.");
        }
        return new Movement(c.line(), fee, c.text(coin), c.number(change), c.raw(change));
    }

    /// @param broken line of a row of the same moment that could not be read, null when there is none
    private static void trade(
            ExchangeFile file, Moment moment, List<Movement> movements, @Nullable Integer broken) {
        CoinSwap swap = new CoinSwap();
        for (Movement m : movements) {
            if (m.fee) {
                swap.fee(m.coin, m.change.negate());
            } else {
                swap.move(m.coin, m.change);
            }
        }
        String problem =
                broken == null
                        ? swap.problemByFill()
                        : "Line " + broken + ", of the same second, cannot be read.";
        Movement first = movements.getFirst();
        try {
            if (problem != null) {
                throw refused(first, problem);
            }
            CoinSwap.Traded traded = swap.traded(QuoteCoins.BINANCE);
            FillDraft fill =
                    file.fill(
                                    first.line,
                                    Clues.NONE.account(moment.user),
                                    moment.time,
                                    traded.pair(),
                                    traded.side(),
                                    traded.quantity(),
                                    traded.price())
                            .id(id(moment, traded))
                            .dataRows(movements.size())
                            .tag(moment.conversion ? "Convert" : "");
            fill.amount(traded.money());
            file.fees().put(fill, traded.pair(), traded.price(), swap.fees());
            file.rows().add(fill);
        } catch (RefusedRow e) {
            Refusal why = e.refusal();
            for (Movement m : movements) {
                file.tally()
                        .refuse(new Refusal(m.line, "Change", m.raw, why.reason(), why.remedy()));
            }
        }
    }

    private static String id(Moment moment, CoinSwap.Traded traded) {
        return String.join(
                " ",
                moment.user,
                moment.account,
                moment.time.toString(),
                traded.pair().symbol(),
                traded.side().name(),
                moment.conversion ? "convert" : "trade");
    }

    private static RefusedRow refused(Movement first, String problem) {
        return new RefusedRow(
                first.line,
                "Change",
                first.raw,
                problem,
                "Export a statement that begins and ends at other times, so that it holds this"
                        + " whole second, and import it too; or import Binance's spot trade"
                        + " history for this time instead: it has one row a fill.");
    }
}
