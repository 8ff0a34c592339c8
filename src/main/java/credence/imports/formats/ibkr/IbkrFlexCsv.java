package credence.imports.formats.ibkr;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Interactive Brokers, Flex query as CSV.
///
/// - Fields as in the XML under names of their own (`Buy/Sell`, `CurrencyPrimary`, `Notes/Codes`); all or none are quoted.
/// - Each section has its header, which may be repeated for every account; other sections stand among them.
/// - Numbers have points. A file that a spreadsheet saved anew may have decimal commas and semicolons: they settle it, or the trader says it.
/// - With section codes and line descriptors on: `BOF`, `BOA` (account), `BOS` … `EOF` lines around, and `HEADER`/`DATA` with a code
///   (`TRNT`) in front of each row.
/// - What the fields mean stands in [FlexTrades]; how times are written in [FlexTimes].
public final class IbkrFlexCsv implements JournalFormat {

    private static final Set<String> AROUND =
            Set.of("BOF", "BOA", "BOS", "EOS", "EOA", "EOF", "MSG");
    private static final Pattern HEADER =
            Pattern.compile(
                    "^(?=[^\\n]*\\bQuantity\\b)(?=[^\\n]*\\b(?:TradePrice|Price)\\b)"
                            + "(?=[^\\n]*\\b(?:Buy/Sell|IBCommission|IBOrderID|IBExecID)\\b)"
                            + "[^\\n]*",
                    Pattern.MULTILINE);

    @Override
    public String id() {
        return "ibkr-flex-csv";
    }

    @Override
    public String title() {
        return "Interactive Brokers, Flex query (CSV)";
    }

    @Override
    public String book() {
        return "Interactive Brokers";
    }

    @Override
    public Detection detect(Document document) {
        Matcher m = HEADER.matcher(document.beginning());
        while (document.container() == Container.TEXT && m.find()) {
            List<String> names = List.of(m.group().split("[,;|\\t]"));
            FlexColumns columns = new FlexColumns(new Header(names));
            if (columns.trades()
                    && columns.header()
                    && columns.has("ibcommission", "ibexecid", "iborderid", "currencyprimary")) {
                long line = document.beginning().substring(0, m.start()).lines().count() + 1;
                return new Detection(
                        93,
                        "The header in line "
                                + line
                                + " is that of the trades of an Interactive Brokers Flex query.",
                        null);
            }
        }
        return Detection.no("No header of a Flex query's trades (Buy/Sell, TradePrice, …).");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        if (!detection.recognised()) {
            throw new UnreadableFile(
                    detection.reason(), "Run the query again with its section Trades.");
        }
        FlexTrades trades = new FlexTrades(options, tally);
        char separator = separator(document);
        Sections sections = new Sections(tally, separator);
        for (Row row : document.records(separator)) {
            sections.add(row);
        }
        // Interactive Brokers writes points; a spreadsheet that saved the file anew may write
        // commas, and semicolons between.
        sections.trades(trades, separator == ';' ? null : NumberStyle.POINT);
        trades.finish();
    }

    private static char separator(Document document) {
        Matcher m = HEADER.matcher(document.beginning());
        String header = m.find() ? m.group() : "";
        char best = ',';
        long most = 0;
        for (char c : new char[] {',', ';', '|', '\t'}) {
            long n = header.chars().filter(x -> x == c).count();
            if (n > most) {
                most = n;
                best = c;
            }
        }
        return best;
    }

    /// Columns of numbers that tell how numbers are written.
    private static final List<String> NUMBERS =
            List.of("quantity", "tradeprice", "proceeds", "ibcommission", "multiplier");

    /// The trades below one header.
    ///
    /// @param accounts of each row, where it names none
    private record Section(
            Table table, FlexColumns columns, List<Row> rows, List<String> accounts) {}

    /// Follows the sections down the file.
    private static final class Sections {

        private final Tally tally;
        private final char separator;
        private final List<Section> sections = new ArrayList<>();
        private @Nullable Section section;
        private @Nullable Table table;
        private @Nullable FlexColumns columns;
        private String account = "";

        Sections(Tally tally, char separator) {
            this.tally = tally;
            this.separator = separator;
        }

        void add(Row raw) {
            String first = raw.cell(0).strip();
            if (AROUND.contains(first)) {
                if (first.equals("BOA") && raw.size() > 1) {
                    account = raw.cell(1).strip();
                }
                return;
            }
            boolean coded = raw.size() > 2 && (first.equals("HEADER") || first.equals("DATA"));
            Row row = coded ? without(raw, 2) : raw;
            Header header = header(row);
            FlexColumns found = new FlexColumns(header);
            if (coded ? first.equals("HEADER") : found.header()) {
                columns = found;
                table =
                        Table.of(
                                new HeaderPlace(separator, 0, row.line(), header),
                                List.of(),
                                tally);
                section = null;
                return;
            }
            tally.read(1);
            if (row.isBlank()) {
                tally.skip("blank row", raw);
            } else if (table == null || columns == null || !columns.trades()) {
                tally.skip("row of another section (no trade)", raw);
            } else if (row.size() < table.header().size()) {
                tally.refuse(
                        new RefusedRow(
                                        row.line(),
                                        "",
                                        row.toString(),
                                        "The row has "
                                                + row.size()
                                                + " cells, its header "
                                                + table.header().size()
                                                + ".",
                                        "The file was cut off: export it again.")
                                .refusal());
            } else {
                if (section == null) {
                    section = new Section(table, columns, new ArrayList<>(), new ArrayList<>());
                    sections.add(section);
                }
                section.rows.add(row);
                section.accounts.add(account);
            }
        }

        /// @param usual how numbers are written that do not tell; null when that must be told
        void trades(FlexTrades trades, @Nullable NumberStyle usual) throws UnreadableFile {
            for (Section s : sections) {
                Table numbers = Table.of(s.table.place(), s.rows, tally);
                int[] columns = NUMBERS.stream().mapToInt(s.columns::at).toArray();
                NumberStyle style =
                        usual == null
                                ? NumberStyle.settle(numbers, columns)
                                : NumberStyle.settle(numbers, usual, columns);
                int level = s.columns.at("levelofdetail");
                for (int i = 0; i < s.rows.size(); i++) {
                    Row row = s.rows.get(i);
                    trades.add(
                            s.table,
                            s.columns,
                            row,
                            level < 0 ? "" : row.cell(level).strip(),
                            s.accounts.get(i),
                            style);
                }
            }
        }

        private static Row without(Row row, int cells) {
            String[] rest = new String[row.size() - cells];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = row.cell(i + cells);
            }
            return new Row(row.line(), rest);
        }

        private static Header header(Row row) {
            List<String> names = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                names.add(row.cell(i));
            }
            return new Header(names);
        }
    }
}
