package credence.imports.formats.frameworks;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.JsonSource;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

/// What freqtrade puts beside its results: `….meta.json` (`{"<Name>": {"run_id": …, "backtest_start_time": …}}`) and
/// `.last_result.json` (`{"latest_backtest": …}`). They hold no trades; recognised so that a whole folder can be imported.
public final class FreqtradeIndex implements JournalFormat {

    @Override
    public String id() {
        return "freqtrade-index";
    }

    @Override
    public String title() {
        return "freqtrade, .meta.json and .last_result.json (hold no trades)";
    }

    @Override
    public Detection detect(Document document) {
        return JsonSource.test(document, FreqtradeIndex::fits)
                ? new Detection(
                        80, "It is what freqtrade writes beside its backtest results.", null)
                : Detection.no("No index of freqtrade's results.");
    }

    private static boolean fits(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        String name = json.property();
        if (name == null) {
            return false;
        }
        return json.kind() == JsonSource.Kind.OBJECT
                ? json.record().has("run_id")
                : name.equals("latest_backtest") || name.equals("latest_hyperopt");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        try (JsonSource json = new JsonSource(document)) {
            while (json.property() != null) {
                json.skip();
                tally.read(1);
                tally.skip(
                        "freqtrade's note about a backtest, no trade; the trades are in the .json"
                                + " or .zip of the same name");
            }
        }
    }
}
