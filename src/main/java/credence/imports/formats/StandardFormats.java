package credence.imports.formats;

import credence.imports.ImportLimits;
import credence.imports.JournalFiles;

import java.util.List;

/// The formats that Credence knows.
public final class StandardFormats {

    private StandardFormats() {}

    /// A reader of all of them under the usual limits.
    public static JournalFiles reader() {
        return reader(ImportLimits.DEFAULT);
    }

    public static JournalFiles reader(ImportLimits limits) {
        return new JournalFiles(
                limits,
                List.of(
                        new CredenceFills(),
                        new CredenceTrades(),
                        new CredencePredictions(),
                        new TradingViewTrades()),
                List.of(new CredenceBars()));
    }
}
