package credence.imports.formats.ibkr;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.imports.XmlElements;
import credence.imports.XmlElements.Element;
import credence.service.port.ImportOptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Interactive Brokers, Flex query as XML: activity (`Trades/Trade`) and trade confirmations (`TradeConfirms/TradeConfirm`).
///
/// - `FlexQueryResponse/FlexStatements/FlexStatement` (one an account) holds sections; one entry is one element, its fields are
///   attributes. The trader picks the fields: any may be missing.
/// - In `Trades` the elements `Order`, `Lot`, `SymbolSummary`, `AssetSummary`, `WashSale` repeat what `Trade` says.
/// - What the fields mean stands in [FlexTrades]; how times are written in [FlexTimes].
public final class IbkrFlexXml implements JournalFormat {

    private static final Set<String> FRAME =
            Set.of("", "FlexQueryResponse", "FlexStatements", "FlexStatement");
    private static final Set<String> SECTIONS = Set.of("Trades", "TradeConfirms");

    @Override
    public String id() {
        return "ibkr-flex-xml";
    }

    @Override
    public String title() {
        return "Interactive Brokers, Flex query (XML)";
    }

    @Override
    public String book() {
        return "Interactive Brokers";
    }

    @Override
    public Detection detect(Document document) {
        return document.container() == Container.XML
                        && document.beginning().contains("<FlexQueryResponse")
                ? new Detection(
                        98,
                        "The file is an XML document of Interactive Brokers (FlexQueryResponse).",
                        null)
                : Detection.no("No Flex query (FlexQueryResponse) in XML.");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Entries entries = new Entries(tally);
        XmlElements.walk(document, entries::visit);
        FlexTrades trades = new FlexTrades(options, tally);
        Table table = entries.table();
        FlexColumns columns = new FlexColumns(table.header());
        int level = columns.at("levelofdetail");
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            String stated = level < 0 ? "" : row.cell(level);
            String element = entries.elements.get(i);
            trades.add(
                    table,
                    columns,
                    row,
                    stated.isEmpty() ? level(element) : stated,
                    entries.accounts.get(i));
        }
        trades.finish();
    }

    private static String level(String element) {
        return switch (element) {
            case "Trade", "TradeConfirm" -> "";
            case "Order", "OrderConfirm" -> "ORDER";
            case "Lot" -> "CLOSED_LOT";
            case "WashSale" -> "WASH_SALE";
            default -> "SUMMARY";
        };
    }

    /// The entries of the sections with trades, as rows under the union of their attributes.
    private static final class Entries {

        private final Tally tally;
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final List<String> elements = new ArrayList<>();
        private final List<String> accounts = new ArrayList<>();
        private final List<String[]> cells = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private String account = "";

        Entries(Tally tally) {
            this.tally = tally;
        }

        void visit(Element e) {
            if (e.name().equals("FlexStatement")) {
                account = e.value("accountId");
            }
            if (FRAME.contains(e.parent())) {
                return;
            }
            tally.read(1);
            if (!SECTIONS.contains(e.parent())) {
                tally.skip("entry of another section (no trade)", e.line());
                return;
            }
            for (String name : e.names()) {
                names.putIfAbsent(name, names.size());
            }
            String[] row = new String[names.size()];
            Arrays.fill(row, "");
            for (int i = 0; i < e.names().size(); i++) {
                row[names.getOrDefault(e.names().get(i), 0)] = e.values().get(i);
            }
            cells.add(row);
            lines.add(e.line());
            elements.add(e.name());
            accounts.add(account);
        }

        Table table() {
            List<Row> rows = new ArrayList<>(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                rows.add(new Row(lines.get(i), cells.get(i)));
            }
            return Table.of(
                    new HeaderPlace(',', 0, 1, new Header(List.copyOf(names.keySet()))),
                    rows,
                    tally);
        }
    }
}
