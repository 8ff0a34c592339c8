package credence.imports.formats.ibkr;

import credence.core.fact.Extra;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The executions of an Activity Statement that count, and what becomes of them.
final class ActivityFills {

    /// Place of the symbol in the section on instruments, behind section, kind of row and kind of instrument.
    private static final int SYMBOL = 3;

    /// Beginnings of the column's name: English, German, French, Spanish, Portuguese; Italian; Russian; Chinese; Japanese.
    private static final List<String> MULTIPLIER =
            List.of("Multipl", "Moltiplic", "Множ", "乘数", "乘數", "乗数");

    private final ImportOptions options;
    private final Tally tally;
    private final Owners owners;
    private final IbkrMoney money;
    private final Map<String, BigDecimal> multipliers = new HashMap<>();
    private final List<ActivityRow> fills = new ArrayList<>();

    /// By the line of the execution that closed them.
    private final Map<Integer, String> lots = new HashMap<>();

    ActivityFills(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
        this.owners = new Owners("Interactive Brokers", options, tally);
        this.money = new IbkrMoney(tally);
    }

    void add(ActivityRow fill) {
        fills.add(fill);
    }

    /// Keeps the lots that an order closed with its first execution.
    void closed(ActivityRow fill, List<ActivityRow> closed, ZoneId zone) {
        if (!closed.isEmpty()) {
            lots.put(
                    fill.line(),
                    closed.stream()
                            .map(
                                    lot ->
                                            ClosedLots.one(
                                                    lot.quantity(),
                                                    LocalDate.ofInstant(lot.time(), zone)
                                                            .toString(),
                                                    lot.price(),
                                                    lot.realized()))
                            .collect(ClosedLots.ALL));
        }
    }

    /// Multipliers by symbol, from the section on instruments; a symbol cell may name several. Its columns are translated but for `Conid`.
    void instruments(List<Row> records) {
        int symbol = -1;
        int multiplier = -1;
        for (Row row : records) {
            if (row.size() > 2 && row.cell(1).equals("Header")) {
                Header h = ActivityReader.header(row);
                multiplier = h.has("Conid") ? multiplier(h) : -1;
                symbol = h.has("Symbol") ? h.find("Symbol") : SYMBOL;
            } else if (multiplier >= 0 && row.size() > Math.max(multiplier, symbol)) {
                String value = row.cell(multiplier).strip();
                if (value.matches("\\d+(\\.\\d+)?")) {
                    for (String s : row.cell(symbol).split(",", -1)) {
                        multipliers.put(s.strip(), new BigDecimal(value));
                    }
                }
            }
        }
    }

    private static int multiplier(Header header) {
        for (String beginning : MULTIPLIER) {
            int column = header.findFrom(beginning);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    Multiplier multiplier(ActivityRow row) {
        Multiplier found =
                IbkrMoney.multiplier(
                        row.category(),
                        Optional.ofNullable(multipliers.get(row.symbol())),
                        row.quantity(),
                        row.price(),
                        row.proceeds());
        if (found.origin() == Multiplier.Origin.FILE) {
            multipliers.putIfAbsent(row.symbol(), found.value());
        }
        return found;
    }

    /// @param account of rows that name none
    void accept(String account) {
        JournalRows rows = new JournalRows(tally);
        Cancellations<ActivityRow> cancellations =
                new Cancellations<>(
                        fills,
                        f -> f.codes().contains("Ca"),
                        f -> f.account() + f.symbol() + f.currency() + f.price(),
                        ActivityRow::quantity,
                        ActivityRow::line);
        for (ActivityRow f : cancellations.standing(tally)) {
            try {
                draft(f, account, rows);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        money.noteForeign();
    }

    private void draft(ActivityRow f, String account, JournalRows rows) throws RefusedRow {
        boolean forex = IbkrMoney.forex(f.category(), f.symbol());
        if (forex && f.codes().contains("AFx")) {
            tally.skip("automatic currency conversion", f.line());
            return;
        }
        if (forex && !Conversions.wanted(options, f.symbol())) {
            tally.skip(Conversions.REASON, f.line());
            tally.note(Conversions.note(f.symbol()));
            return;
        }
        Symbol symbol = owners.symbol(Conversions.pair(f.symbol()), f.line(), "Symbol");
        FillDraft draft =
                new FillDraft(
                                f.line(),
                                owners.of(
                                        Clues.NONE
                                                .account(
                                                        f.account().isEmpty()
                                                                ? account
                                                                : f.account())
                                                .symbol(f.symbol())
                                                .time(f.time())
                                                .line(f.line())),
                                f.time(),
                                symbol,
                                f.quantity().signum() > 0 ? Side.BUY : Side.SELL,
                                new Quantity(f.quantity().abs()),
                                new Price(f.price()))
                        .effect(effect(f.codes()))
                        .currency(new CurrencyCode(f.currency()))
                        .multiplier(multiplier(f))
                        .source(owners.source(SourceClass.LIVE))
                        .extra("asset", f.category())
                        .extra("code", String.join(";", f.codes()))
                        .extra("exchange", f.exchange())
                        .extra(Extra.CLOSED_LOTS, lots.getOrDefault(f.line(), ""));
        if (f.realized() != null && f.codes().contains("C")) {
            draft.stated(f.realized().toPlainString(), ResultBasis.AFTER_COMMISSION);
        }
        money.commission(draft, f.commission(), f.commissionCurrency(), f.currency());
        rows.add(draft);
    }

    private static PositionEffect effect(List<String> codes) {
        boolean opens = codes.contains("O");
        boolean closes = codes.contains("C");
        return opens == closes
                ? PositionEffect.UNKNOWN
                : opens ? PositionEffect.OPEN : PositionEffect.CLOSE;
    }
}
