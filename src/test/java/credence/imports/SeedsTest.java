package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.imports.formats.StandardFormats;
import credence.service.port.JournalReader.FormatDescription;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What every format owes, held on a small file of each.
class SeedsTest {

    private static final Set<String> BARS = Set.of("credence-bars", "lean-bars", "freqtrade-bars");

    @TempDir private Path folder;

    /// Formats whose rows are lines; how many lines stand before them; how many lines one instant takes, the same row being there
    /// twice where the format has no ids (accepted rows by hand); and the column that holds the time.
    private static final String LINES =
            """
            # format | lines before the rows | column of the time | separator | rows that come in
            credence-fills|1|0|,|4
            credence-trades|1|5|,|4
            credence-predictions|1|0|,|4
            tradingview-trades|1|0|,|3
            binance-spot-trades|1|0|,|4
            binance-statement|1|1|,|3
            binance-futures-trades|1|0|,|4
            binance-futures-positions|1|8|,|3
            bitmex-trades|1|0|,|3
            bitstamp-transactions|1|1|"|3
            bybit-spot-trades|2|10|,|4
            bybit-derivatives-trades|1|11|,|3
            bybit-closed-pnl|1|7|,|4
            bybit-transaction-log|2|14|,|5
            coinbase-account|1|2|,|2
            coinbase-fills|1|4|,|4
            coinbase-transactions|2|0|,|4
            cointracking-trades|1|21|"|4
            cryptocom-app|1|0|,|3
            hyperliquid-trades|1|0|,|4
            kraken-trades|1|3|,|3
            kraken-ledgers|1|2|,|3
            kucoin-trades|1|10|,|4
            mexc-spot-trades|1|2|,|4
            okx-trades|2|2|,|3
            revolut-crypto|1|1|Jan|4
            backtesting-py-trades|1|11|,|4
            nautilus-fills|1|16|,|3
            nautilus-orders|1|20|,|3
            nautilus-positions|1|12|,|3
            pyfolio-transactions|1|0|,|4
            quantconnect-orders|1|0|,|4
            quantconnect-trades|1|0|,|4
            vectorbt-trades|1|3|,|3
            hummingbot-trades|1|0|,|3
            ninjatrader-executions|1|4|,|4
            ninjatrader-trades|1|8|,|3
            rithmic-orders|2|11|,|3
            topstepx-trades|1|2|,|3
            topstepx-orders|1|9|,|3
            tradovate-fills|1|3|,|4
            tradovate-orders|1|17|,|3
            tradovate-performance|1|10|,|3
            tradovate-positions|1|1|,|3
            ibkr-activity|3|1|"|4
            ibkr-flex-csv|1|9|,|4
            ibkr-transactions|5|2|,|4
            mt5-portal-positions|2|2|,|3
            closed-trades|1|6|,|4
            das-trades|1|0|,|4
            degiro-account|1|0|,|3
            degiro-transactions|1|0|,|4
            etoro-activity|1|0|,|3
            etoro-closed|1|0|,|3
            revolut-stocks|1|0|,|3
            saxo-transactions|1|1|,|4
            schwab-realized|2|2|,|4
            schwab-transactions|1|0|,|4
            thinkorswim-statement|4|1|,|4
            thinkorswim-today|4|2|,|4
            tradenote-template|1|9|,|4
            trading212|1|1|,|3
            xtb-cash|1|2|;|3
            xtb-closed|4|4|;|3
            """;

    /// Formats of pages, of documents, and of what no journal is.
    private static final Set<String> WHOLE =
            Set.of(
                    "freqtrade-backtest",
                    "freqtrade-trades",
                    "freqtrade-index",
                    "ibkr-flex-xml",
                    "mt4-statement",
                    "mt4-tester",
                    "mt5-history",
                    "mt5-tester",
                    "credence-rates");

    private static ParsedFile read(Path file, Choices choices) {
        return BARS.contains(Seeds.name(file))
                ? StandardFormats.reader().readBars(file, Journal.bars("", ""), Progress.NONE)
                : StandardFormats.reader().read(file, choices.options(), Progress.NONE);
    }

    static Stream<String> formats() {
        return StandardFormats.reader().formats().stream().map(FormatDescription::id);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatHasASeedWithWhichTheFuzzerStarts(String format) {
        ParsedFile file = read(Seeds.of(format), Seeds.CHOICES);
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(format, file.format());
        assertEquals(List.of(), file.refused());
        assertTrue(!file.rows().isEmpty() || format.equals("freqtrade-index"), "nothing came in");
    }

    @Test
    void noFormatIsForgottenHere() {
        TreeSet<String> told = new TreeSet<>(WHOLE);
        told.addAll(BARS);
        LINES.lines()
                .filter(l -> !l.startsWith("#"))
                .forEach(l -> assertTrue(told.add(l.split("\\|")[0]), l));
        assertEquals(new TreeSet<>(formats().toList()), told);
    }

    /// Two equal rows without ids are two, however the exports were cut and in whatever order they came.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = LINES)
    void exportsMayOverlapAndComeInAnyOrder(
            String format, int head, int column, String separator, int rows) throws IOException {
        Path seed = Seeds.of(format);
        String text = Files.readString(seed);
        assertEquals(rows, read(seed, Seeds.CHOICES).rows().size());
        SplitCheck.holds(
                new Journal(folder),
                seed.getFileName().toString(),
                text,
                head,
                line -> line.split(separator, -1)[column],
                Seeds.CHOICES);
    }

    /// A row under another account is another row, wherever the file itself names none.
    @ParameterizedTest
    @MethodSource("formats")
    void theSameFileUnderTwoAccountsStaysApart(String format) {
        Set<RowKey> first = keys(format, "first");
        Set<RowKey> second = keys(format, "second");
        assertEquals(first.size(), second.size());
        second.retainAll(first);
        assertEquals(Set.of(), second);
    }

    /// Keys of the rows that stand under the account that the user named.
    private static Set<RowKey> keys(String format, String account) {
        Set<RowKey> keys = new HashSet<>();
        AccountId said = new AccountId(account);
        for (ParsedFile.ParsedRow parsed :
                read(Seeds.of(format), Seeds.CHOICES.account(account)).rows()) {
            SourceRow row = parsed.row();
            boolean named =
                    (row instanceof Fill f && f.account().equals(said))
                            || (row instanceof TradeRecord t && t.account().equals(said));
            if (named) {
                assertTrue(keys.add(row.key()), "two rows have one key: " + row);
            }
        }
        return keys;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFileReadTwiceIsReadOnce(String format) throws IOException {
        if (BARS.contains(format)
                || format.equals("credence-rates")
                || format.equals("freqtrade-index")) {
            return; // held by tests of their own: no trade comes of them
        }
        Journal journal = new Journal(folder);
        String name = Seeds.of(format).getFileName().toString();
        byte[] bytes = Files.readAllBytes(Seeds.of(format));
        String once = SplitCheck.hash(journal, name, Seeds.CHOICES, List.of(bytes));
        assertNotEquals(SplitCheck.hash(journal, name, Seeds.CHOICES, List.of()), once);
        assertEquals(once, SplitCheck.hash(journal, name, Seeds.CHOICES, List.of(bytes, bytes)));
    }
}
