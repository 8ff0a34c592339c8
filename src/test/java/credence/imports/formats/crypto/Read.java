package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads exchanges' exports in tests, and says what came of them in short.
record Read(Path folder) {

    ParsedFile shared(String name, Choices choices) {
        return ok(
                StandardFormats.reader()
                        .read(
                                SharedFiles.data("journals/crypto/" + name),
                                choices.options(),
                                Progress.NONE));
    }

    ParsedFile text(String name, String text, Choices choices) {
        return ok(new Journal(folder).read(name, text, choices));
    }

    ParsedFile text(String text) {
        return text("export.csv", text, Choices.NONE);
    }

    String refusal(String name, String text, Choices choices) {
        ParsedFile file = new Journal(folder).read(name, text, choices);
        return file.error() == null ? "" : file.error().reason();
    }

    private static ParsedFile ok(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file;
    }

    static List<Fill> fills(ParsedFile file) {
        return file.rows().stream().map(r -> (Fill) r.row()).toList();
    }

    static List<TradeRecord> trades(ParsedFile file) {
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    /// `2025-12-29T03:58:24Z SELL 0.00065 BTCEUR at 76343.53 EUR, cost 0.04962329`; `cost ?` where it is not stated.
    static String shown(Fill f) {
        return f.time()
                + " "
                + f.side()
                + " "
                + plain(f.quantity().value())
                + " "
                + f.symbol()
                + " at "
                + plain(f.price().value())
                + " "
                + f.currency()
                + ", cost "
                + (f.costs().stated() ? plain(f.costs().total()) : "?");
    }

    static List<String> shown(ParsedFile file) {
        return fills(file).stream().map(Read::shown).toList();
    }

    static String plain(java.math.BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static Map<String, Long> skipped(ParsedFile file) {
        return file.skipped().stream().collect(Collectors.toMap(s -> s.reason(), s -> s.count()));
    }

    static List<Long> refusedLines(ParsedFile file) {
        return file.refused().stream().map(r -> r.line()).toList();
    }

    /// Every total of the file has this verdict.
    static void reconciles(ParsedFile file, String verdict, int totals) {
        assertEquals(
                totals,
                file.reconciliation().stream().filter(r -> r.verdict().equals(verdict)).count(),
                () -> file.reconciliation().stream().map(Reconciled::toString).toList().toString());
        assertEquals(totals, file.reconciliation().size());
    }
}
