package credence.imports.formats.stocks;

import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JsonRecord;
import credence.imports.JsonSource;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;

import java.util.ArrayList;
import java.util.List;

/// Schwab's transactions as JSON, which the same dialog exports: `{"FromDate": …, "ToDate": …, "TotalTransactionsAmount": "-$26.91",
/// "BrokerageTransactions": [{"Date": …, "Action": …, …}]}`; the fields of a transaction are the columns of the CSV, all of them text.
///
/// @param total empty when the file does not state it
record SchwabJson(Table table, String total) {

    private static final String LIST = "BrokerageTransactions";

    private static final List<String> COLUMNS =
            List.of(
                    "Date",
                    "Action",
                    "Symbol",
                    "Description",
                    "Quantity",
                    "Price",
                    "Fees & Comm",
                    "Amount");

    static boolean is(Document document) {
        return JsonSource.test(
                document,
                json -> {
                    if (json.kind() != JsonSource.Kind.OBJECT) {
                        return false;
                    }
                    for (String n = json.property(); n != null; n = json.property()) {
                        if (n.equals(LIST)) {
                            return json.kind() == JsonSource.Kind.ARRAY;
                        }
                        json.skip();
                    }
                    return false;
                });
    }

    static SchwabJson read(Document document, Tally tally) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        String total = "";
        try (JsonSource json = new JsonSource(document)) {
            for (String name = json.property(); name != null; name = json.property()) {
                if (name.equals("TotalTransactionsAmount")) {
                    total = json.text();
                }
                if (!name.equals(LIST) || json.kind() != JsonSource.Kind.ARRAY) {
                    json.skip();
                    continue;
                }
                while (json.element()) {
                    tally.read(1);
                    if (json.kind() == JsonSource.Kind.OBJECT) {
                        rows.add(row(rows.size() + 1, json.record()));
                    } else {
                        json.skip();
                        tally.skip("entry of the list that is no transaction", json.line());
                    }
                }
            }
        }
        HeaderPlace place = new HeaderPlace(',', 0, 0, new Header(COLUMNS));
        return new SchwabJson(Table.of(place, rows, tally), total);
    }

    private static Row row(int number, JsonRecord transaction) {
        return new Row(number, COLUMNS.stream().map(transaction::text).toArray(String[]::new));
    }
}
