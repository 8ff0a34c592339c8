package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.SharedFiles;
import credence.service.port.FileReport.Reconciled;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import java.math.BigDecimal;
import java.util.List;

/// What a format made of a file, as tests ask for it.
public record Imported(ParsedFile file) {

    /// @param path below `data/journals`
    public static Imported shared(String path, Choices choices) {
        return new Imported(
                StandardFormats.reader()
                        .read(
                                SharedFiles.data("journals/" + path),
                                choices.options(),
                                Progress.NONE));
    }

    public Imported as(String format) {
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(format, file.format());
        return this;
    }

    public List<Fill> fills() {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (Fill) r.row()).toList();
    }

    public List<TradeRecord> trades() {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (TradeRecord) r.row()).toList();
    }

    public long skipped(String reason) {
        return file.skipped().stream()
                .filter(s -> s.reason().startsWith(reason))
                .mapToLong(Skipped::count)
                .sum();
    }

    public Refusal error() {
        assertNotNull(file.error());
        return file.error();
    }

    public Reconciled total(String what) {
        return file.reconciliation().stream()
                .filter(r -> r.what().startsWith(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " in " + file.reconciliation()));
    }

    public boolean notes(String part) {
        return file.notes().stream().anyMatch(n -> n.contains(part));
    }

    /// Money in and out of all fills: sold less bought, less costs.
    public BigDecimal cash() {
        return gross().subtract(costs());
    }

    public BigDecimal gross() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Fill f : fills()) {
            BigDecimal value =
                    f.quantity().value().multiply(f.price().value()).multiply(f.multiplier());
            sum = f.side() == Side.BUY ? sum.subtract(value) : sum.add(value);
        }
        return sum;
    }

    public BigDecimal costs() {
        return fills().stream()
                .map(f -> f.costs().total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static void assertMoney(String expected, BigDecimal actual) {
        assertEquals(
                0,
                new BigDecimal(expected).compareTo(actual),
                () -> expected + " but was " + actual.toPlainString());
    }
}
