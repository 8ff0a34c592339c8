package credence.imports.formats;

import credence.core.value.CurrencyCode;
import credence.imports.Header;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which column of a TradingView list of trades is which, in every generation and language that is known.
final class TradingViewHeader {

    enum Column {
        NUMBER,
        TYPE,
        TIME,
        SIGNAL,
        PRICE,
        QUANTITY,
        VALUE,
        PNL,
        PNL_PERCENT,
        FAVORABLE,
        FAVORABLE_PERCENT,
        ADVERSE,
        ADVERSE_PERCENT,
        CUMULATIVE,
        CUMULATIVE_PERCENT
    }

    /// Names without currency and per cent sign: English of three generations, simplified and traditional Chinese, German, Japanese.
    private static final Map<String, Column> NAMES =
            Map.ofEntries(
                    Map.entry("trade #", Column.NUMBER),
                    Map.entry("trade number", Column.NUMBER),
                    Map.entry("trade no.", Column.NUMBER),
                    Map.entry("交易 #", Column.NUMBER),
                    Map.entry("交易#", Column.NUMBER),
                    Map.entry("交易编号", Column.NUMBER),
                    Map.entry("交易編號", Column.NUMBER),
                    Map.entry("type", Column.TYPE),
                    Map.entry("类型", Column.TYPE),
                    Map.entry("類型", Column.TYPE),
                    Map.entry("signal", Column.SIGNAL),
                    Map.entry("信号", Column.SIGNAL),
                    Map.entry("訊號", Column.SIGNAL),
                    Map.entry("信號", Column.SIGNAL),
                    Map.entry("date and time", Column.TIME),
                    Map.entry("date/time", Column.TIME),
                    Map.entry("日期和时间", Column.TIME),
                    Map.entry("日期/时间", Column.TIME),
                    Map.entry("日期和時間", Column.TIME),
                    Map.entry("日期/時間", Column.TIME),
                    Map.entry("price", Column.PRICE),
                    Map.entry("价格", Column.PRICE),
                    Map.entry("價格", Column.PRICE),
                    Map.entry("contracts", Column.QUANTITY),
                    Map.entry("position size (qty)", Column.QUANTITY),
                    Map.entry("size (qty)", Column.QUANTITY),
                    Map.entry("position size", Column.QUANTITY),
                    Map.entry("size", Column.QUANTITY),
                    Map.entry("quantity", Column.QUANTITY),
                    Map.entry("合约", Column.QUANTITY),
                    Map.entry("合約", Column.QUANTITY),
                    Map.entry("仓位大小(数量)", Column.QUANTITY),
                    Map.entry("大小(数量)", Column.QUANTITY),
                    Map.entry("倉位大小(數量)", Column.QUANTITY),
                    Map.entry("大小(數量)", Column.QUANTITY),
                    Map.entry("position size (value)", Column.VALUE),
                    Map.entry("size (value)", Column.VALUE),
                    Map.entry("仓位大小(价值)", Column.VALUE),
                    Map.entry("大小(价值)", Column.VALUE),
                    Map.entry("倉位大小(價值)", Column.VALUE),
                    Map.entry("大小(價值)", Column.VALUE),
                    Map.entry("profit", Column.PNL),
                    Map.entry("net p&l", Column.PNL),
                    Map.entry("net pnl", Column.PNL),
                    Map.entry("net profit", Column.PNL),
                    Map.entry("p&l", Column.PNL),
                    Map.entry("pnl", Column.PNL),
                    Map.entry("净损益", Column.PNL),
                    Map.entry("净盈亏", Column.PNL),
                    Map.entry("利润", Column.PNL),
                    Map.entry("淨損益", Column.PNL),
                    Map.entry("獲利", Column.PNL),
                    Map.entry("run-up", Column.FAVORABLE),
                    Map.entry("favorable excursion", Column.FAVORABLE),
                    Map.entry("有利波动", Column.FAVORABLE),
                    Map.entry("有利波動", Column.FAVORABLE),
                    Map.entry("drawdown", Column.ADVERSE),
                    Map.entry("adverse excursion", Column.ADVERSE),
                    Map.entry("不利波动", Column.ADVERSE),
                    Map.entry("不利波動", Column.ADVERSE),
                    Map.entry("cum. profit", Column.CUMULATIVE),
                    Map.entry("cumulative profit", Column.CUMULATIVE),
                    Map.entry("cum. p&l", Column.CUMULATIVE),
                    Map.entry("cumulative p&l", Column.CUMULATIVE),
                    Map.entry("cumulative pnl", Column.CUMULATIVE),
                    Map.entry("累计p&l", Column.CUMULATIVE),
                    Map.entry("累计损益", Column.CUMULATIVE),
                    Map.entry("累計p&l", Column.CUMULATIVE),
                    Map.entry("累計損益", Column.CUMULATIVE),
                    Map.entry("累計獲利", Column.CUMULATIVE),
                    Map.entry("typ", Column.TYPE),
                    Map.entry("datum und uhrzeit", Column.TIME),
                    Map.entry("datum/uhrzeit", Column.TIME),
                    Map.entry("preis", Column.PRICE),
                    Map.entry("größe (menge)", Column.QUANTITY),
                    Map.entry("größe (wert)", Column.VALUE),
                    Map.entry("g&v netto", Column.PNL),
                    Map.entry("positive exkursion", Column.FAVORABLE),
                    Map.entry("negative exkursion", Column.ADVERSE),
                    Map.entry("kumulativer g&v", Column.CUMULATIVE),
                    Map.entry("トレード番号", Column.NUMBER),
                    Map.entry("タイプ", Column.TYPE),
                    Map.entry("日時", Column.TIME),
                    Map.entry("シグナル", Column.SIGNAL),
                    Map.entry("価格", Column.PRICE),
                    Map.entry("サイズ(数量)", Column.QUANTITY),
                    Map.entry("サイズ(金額)", Column.VALUE),
                    Map.entry("純損益", Column.PNL),
                    Map.entry("最大順行幅", Column.FAVORABLE),
                    Map.entry("最大逆行幅", Column.ADVERSE),
                    Map.entry("累積損益", Column.CUMULATIVE));

    private static final Map<Column, Column> PERCENT =
            Map.of(
                    Column.PNL, Column.PNL_PERCENT,
                    Column.FAVORABLE, Column.FAVORABLE_PERCENT,
                    Column.ADVERSE, Column.ADVERSE_PERCENT,
                    Column.CUMULATIVE, Column.CUMULATIVE_PERCENT);

    private static final Map<String, String> SIGNS =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "₹", "INR");

    private final Header header;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, String> units = new EnumMap<>(Column.class);

    TradingViewHeader(Header header) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            place(header.name(i), i);
        }
    }

    private void place(String name, int column) {
        String s =
                name.toLowerCase(Locale.ROOT)
                        .replace('（', '(')
                        .replace('）', ')')
                        .replace(" (数", "(数")
                        .replace(" (价", "(价")
                        .replace(" (數", "(數")
                        .replace(" (金", "(金")
                        .replace(" (價", "(價");
        Column exact = NAMES.get(s);
        if (exact != null) {
            places.putIfAbsent(exact, column);
            return;
        }
        int blank = s.lastIndexOf(' ');
        if (blank < 0) {
            return;
        }
        Column base = NAMES.get(s.substring(0, blank).strip());
        String unit = name.substring(name.lastIndexOf(' ') + 1);
        if (base == null) {
            return;
        }
        if (unit.equals("%")) {
            Column percent = PERCENT.get(base);
            if (percent != null) {
                places.putIfAbsent(percent, column);
            }
        } else if (base == Column.PRICE || base == Column.VALUE || PERCENT.containsKey(base)) {
            places.putIfAbsent(base, column);
            units.putIfAbsent(base, unit);
        }
    }

    /// Whether the row is the header of a list of trades at all, complete or not.
    boolean plausible() {
        return has(Column.NUMBER) && has(Column.TYPE) && has(Column.TIME);
    }

    /// What a complete list of trades needs and this header lacks, in English; empty when nothing is missing.
    Optional<String> missing() {
        return has(Column.PRICE)
                ? has(Column.QUANTITY)
                        ? has(Column.PNL) ? Optional.empty() : Optional.of("Net P&L (or Profit)")
                        : Optional.of("Size (or Contracts)")
                : Optional.of("Price");
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// Index of the column, −1 when the file has none.
    int at(Column column) {
        return places.getOrDefault(column, -1);
    }

    /// Name of the column as the file spells it, empty when it has none.
    String name(Column column) {
        return has(column) ? header.name(at(column)) : "";
    }

    /// Currency that a column's name ends with: `Net P&L USD`.
    Optional<CurrencyCode> currency(Column column) {
        @Nullable String unit = units.get(column);
        return unit == null
                ? Optional.empty()
                : Optional.of(new CurrencyCode(SIGNS.getOrDefault(unit, unit)));
    }

    boolean knows(int column) {
        return places.containsValue(column);
    }
}
