package credence.imports.formats;

import credence.imports.formats.TradingViewHeader.Column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of TradingView's lists of trades, a row a language: what it calls the way in and out, long and short, a trade that is still open, and its
/// columns. A further language is one more row.
///
/// Columns and types are those of real lists. So are the words for open in English and German; of the other languages no list with an open trade was
/// at hand: the likely words are taken, and where none stands the trader is told which trade may be open.
enum TradingViewLanguage {
    ENGLISH(
            "entry",
            "exit",
            "long",
            "short",
            "Open",
            true,
            """
            NUMBER = trade # | trade number | trade no.
            TYPE = type
            TIME = date and time | date/time
            SIGNAL = signal
            PRICE = price
            QUANTITY = contracts | position size (qty) | size (qty) | position size | size | quantity
            VALUE = position size (value) | size (value)
            PNL = profit | net p&l | net pnl | net profit | p&l | pnl
            FAVORABLE = run-up | favorable excursion
            ADVERSE = drawdown | adverse excursion
            CUMULATIVE = cum. profit | cumulative profit | cum. p&l | cumulative p&l | cumulative pnl
            """),
    GERMAN(
            "einstieg",
            "ausstieg",
            "long",
            "short",
            "Offen",
            true,
            """
            TYPE = typ
            TIME = datum und uhrzeit | datum/uhrzeit
            PRICE = preis
            QUANTITY = größe (menge)
            VALUE = größe (wert)
            PNL = g&v netto
            FAVORABLE = positive exkursion
            ADVERSE = negative exkursion
            CUMULATIVE = kumulativer g&v
            """),
    ITALIAN(
            "entrata",
            "uscita",
            "long",
            "short",
            "Aperto|Aperta|In corso",
            false,
            """
            NUMBER = trade #
            TYPE = tipo
            TIME = data/ora | data e ora
            SIGNAL = segnale
            PRICE = prezzo
            QUANTITY = dimensione posizione (quantità) | dimensione (quantità)
            VALUE = dimensione posizione (valore) | dimensione (valore)
            PNL = p&l netto
            FAVORABLE = massimale
            ADVERSE = drawdown
            CUMULATIVE = p&l cumulativo
            """),
    SIMPLIFIED_CHINESE(
            "进场",
            "出场",
            "多",
            "空",
            "未平仓|持仓|持仓中",
            false,
            """
            NUMBER = 交易 # | 交易# | 交易编号
            TYPE = 类型
            TIME = 日期和时间 | 日期/时间
            SIGNAL = 信号
            PRICE = 价格
            QUANTITY = 合约 | 仓位大小(数量) | 大小(数量)
            VALUE = 仓位大小(价值) | 大小(价值)
            PNL = 净损益 | 净盈亏 | 利润
            FAVORABLE = 有利波动
            ADVERSE = 不利波动
            CUMULATIVE = 累计p&l | 累计损益
            """),
    TRADITIONAL_CHINESE(
            "進場",
            "出場",
            "多",
            "空",
            "未平倉|持倉|持倉中",
            false,
            """
            NUMBER = 交易編號
            TYPE = 類型
            TIME = 日期和時間 | 日期/時間
            SIGNAL = 訊號 | 信號
            PRICE = 價格
            QUANTITY = 合約 | 倉位大小(數量) | 大小(數量)
            VALUE = 倉位大小(價值) | 大小(價值)
            PNL = 淨損益 | 獲利
            FAVORABLE = 有利波動
            ADVERSE = 不利波動
            CUMULATIVE = 累計p&l | 累計損益 | 累計獲利
            """),
    JAPANESE(
            "エントリー",
            "決済",
            "ロング",
            "ショート",
            "オープン|未決済|保有中|ポジション保有中",
            false,
            """
            NUMBER = トレード番号
            TYPE = タイプ
            TIME = 日時
            SIGNAL = シグナル
            PRICE = 価格
            QUANTITY = サイズ(数量)
            VALUE = サイズ(金額)
            PNL = 純損益
            FAVORABLE = 最大順行幅
            ADVERSE = 最大逆行幅
            CUMULATIVE = 累積損益
            """);

    private final String entry;
    private final String exit;
    private final String up;
    private final String down;
    private final List<String> open;
    private final boolean openForSure;
    private final Map<String, Column> columns = new HashMap<>();

    /// @param open likely words for a trade that is not closed, parted by `|`
    /// @param openForSure whether a real list has shown that word
    /// @param columns a line each: `COLUMN = name | name`, names in lower case, without currency and per cent sign
    TradingViewLanguage(
            String entry,
            String exit,
            String up,
            String down,
            String open,
            boolean openForSure,
            String columns) {
        this.entry = entry;
        this.exit = exit;
        this.up = up;
        this.down = down;
        this.open = List.of(open.split("\\|", -1));
        this.openForSure = openForSure;
        columns.lines()
                .map(line -> line.split(" = ", -1))
                .forEach(
                        line -> {
                            for (String name : line[1].split(" \\| ", -1)) {
                                this.columns.put(name, Column.valueOf(line[0]));
                            }
                        });
    }

    /// What a row is, when it is told in this language.
    Optional<TradingViewType> type(String text) {
        String s = text.strip().toLowerCase(Locale.ROOT);
        boolean in = s.contains(entry);
        boolean out = s.contains(exit);
        boolean longs = s.contains(up);
        boolean shorts = s.contains(down);
        return in == out || longs == shorts
                ? Optional.empty()
                : Optional.of(TradingViewType.of(in, longs));
    }

    /// Whether the word for an open trade is known.
    boolean openForSure() {
        return openForSure;
    }

    /// Whether a signal or date says that the trade is not closed.
    boolean saysOpen(String text) {
        return open.stream().anyMatch(text::equalsIgnoreCase);
    }

    static boolean anySaysOpen(String text) {
        for (TradingViewLanguage language : values()) {
            if (language.saysOpen(text)) {
                return true;
            }
        }
        return false;
    }

    /// All words for open, in the spellings in which they stand as a date.
    static String[] openWords() {
        List<String> words = new ArrayList<>();
        for (TradingViewLanguage language : values()) {
            for (String word : language.open) {
                words.add(word);
                words.add(word.toLowerCase(Locale.ROOT));
                words.add(word.toUpperCase(Locale.ROOT));
            }
        }
        return words.stream().distinct().toArray(String[]::new);
    }

    /// Columns by name in all languages.
    static Map<String, Column> allColumns() {
        Map<String, Column> all = new HashMap<>();
        for (TradingViewLanguage language : values()) {
            all.putAll(language.columns);
        }
        return Map.copyOf(all);
    }
}
