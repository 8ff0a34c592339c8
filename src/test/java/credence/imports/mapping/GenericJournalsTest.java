package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Need;
import credence.service.port.mapping.RowKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Journals as traders keep them, in files of no known format: what is proposed for them reads them right, or a question is asked.
/// Results are worked by hand from the rows; of fills they are what was received less what was paid.
class GenericJournalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # file               | kind   | rows | net        | by hand
                    tradersync.csv       | TRADES | 2    | -3         | 148 − 151
                    tradezella.csv       | TRADES | 2    | 790        | 495 + 295
                    notion.csv           | TRADES | 2    | 145        | 248 − 103, dates in words
                    sheet-titles.csv     | TRADES | 2    | -904       | −1,002 + 98, titles above, a total below
                    google-sheet.csv     | TRADES | 2    | -54        | 198 − 252
                    italian.csv          | TRADES | 2    | 16         | 28 − 12, decimal comma in quotation marks
                    bybit-like.csv       | TRADES | 2    | 215.90     | 240.90 − 25
                    closing-side.csv     | TRADES | 3    | 250.90     | 240.90 − 25 + 35, the side is that of the exit
                    rebate-proven.csv    | TRADES | 3    | 190        | 204 + 193 − 207, the first fee was received
                    futures-noresult.csv | TRADES | 2    | 86.28      | 10 × 2 × 5 − 2.48 − 2 × 5 − 1.24
                    options-named.csv    | TRADES | 2    | 300        | (2.50 × 2 − 2.00) × 100
                    unknown-no-result.csv| TRADES | 3    | 70         | 10 + 10 + 50
                    unknown-far-result.csv|TRADES | 3    | 14.25      | 5 − 2 + 11.25
                    single-date-times.csv| TRADES | 2    | 365.10     | 275 + 100 − 2 × 4.95
                    buysell-short.csv    | TRADES | 3    | 250        | 100 − 50 + 200, a short sold first
                    percent-pnl.csv      | TRADES | 2    | 40         | 10 × 2 + 10 × 2, not 1 % + 0.99 %
                    pips.csv             | TRADES | 2    | 18         | 2 × (10,000 × 0.001 − 1), not 2 × 10 pips
                    rmultiple.csv        | TRADES | 2    | 10         | 20 − 10, not 2 R − 1 R
                    lots.csv             | TRADES | 2    | 20         | what the file states; 0.10 lots are no units
                    cumulative.csv       | TRADES | 3    | 40         | 20 − 10 + 30, not the sums beside them
                    closing-direction.csv| TRADES | 2    | 228        | 249 − 21, a long and a short
                    filled-volume.csv    | FILLS  | 2    | 17         | 20 − 3, what was filled, not what was ordered
                    tradervue-fills.csv  | FILLS  | 2    | 34.85      | 37 − 2.00 − 0.05 − 0.10, three columns of fees
                    tradervue-signed.csv | FILLS  | 2    | 37         | tabs, the sign of the quantity is the side
                    trailing-minus.csv   | FILLS  | 2    | 98         | 100 − 2, 100- is a sale
                    paren-qty.csv        | FILLS  | 2    | 98         | (100) is a sale, (1.00) a cost
                    ampm-paren.csv       | FILLS  | 2    | 98         | BOT and SLD, AM and PM
                    negative-fees.csv    | FILLS  | 2    | 18         | 20 − 2
                    bot-json.csv         | FILLS  | 2    | 240.9      | 250 − 9.1, JSON in a column, epoch seconds
                    ccxt.csv             | FILLS  | 2    | 240.9      | 250 − 4.5 − 4.6, fees as Python objects
                    ccxt-flat.csv        | FILLS  | 2    | 240.9      | the same in columns, epoch milliseconds
                    pipe-us.csv          | FILLS  | 2    | 17         | 20 − 3, strokes, epoch microseconds
                    ns.csv               | FILLS  | 2    | 17         | 20 − 3, epoch nanoseconds
                    python-log.csv       | FILLS  | 2    | 245.5      | 250 − 4.5; what a fee in BNB is worth nobody knows
                    eur-cells.csv        | FILLS  | 2    | 8          | 10 − 2, EUR behind each number
                    nbsp.csv             | FILLS  | 2    | 198        | 200 − 2, no-break blanks between thousands
                    swiss-utf16.csv      | FILLS  | 2    | 1225       | 1.25 × 1,000 − 25, UTF-16, apostrophes
                    french.csv           | FILLS  | 2    | 495        | 0.50 × 1,000 − 5, Windows-1252
                    quoted-newline.csv   | FILLS  | 2    | 17         | 20 − 3, a line break in a note
                    compact-clock.csv    | FILLS  | 2    | 19         | 20 − 1, 093500 as time of day
                    amount-first.csv     | FILLS  | 2    | 20         | 10 × 2; “Amount” is money
                    fills-orderprice.csv | FILLS  | 2    | 28         | 30 − 2 at the prices of the fills
                    fills-totals.csv     | FILLS  | 2    | 18         | 20 − 2, a total below
                    thousands.csv        | FILLS  | 2    | 1000       | 10,000 × 0.10, quantities of 10K
                    millions.csv         | FILLS  | 2    | 10000      | 100,000 × 0.10, 0.1M bought, 100k sold
                    euro-signs.csv       | FILLS  | 2    | 990.10     | 1,000 × 1 − 2 × 4.95, euro signs behind
                    euro-before.csv      | FILLS  | 2    | 0.10       | 10 − 2 × 4.95, euro signs before
                    pound-results.csv    | TRADES | 2    | 0          | 20 − 20
                    reais.csv            | FILLS  | 2    | 80.20      | 100 − 2 × 9.90, R$ before
                    fee-rate.csv         | FILLS  | 2    | 6.99       | 10 − (1,500 + 1,510) × 0.1 %
                    options-amount.csv   | FILLS  | 2    | 197.22     | 898.60 − 701.38, 100 by the net amounts
                    amount-other.csv     | FILLS  | 2    | 8          | 60 − 50 − 2, amounts in another money
                    dash-pair.csv        | FILLS  | 3    | 600.198    | 601 × 2 − 600 − 0.6 − 2 × 0.601
                    """)
    void isReadAsProposed(String file, RowKind kind, int rows, BigDecimal net, String byHand)
            throws URISyntaxException {
        FileSurvey survey = survey(file, utc());
        MappingProposal proposal = survey.proposal().orElseThrow();
        assertEquals(List.of(), proposal.unsettled(proposal.mapping()));
        assertEquals(List.of(), proposal.mapping().missing());
        assertEquals(kind, proposal.mapping().kind());

        ParsedFile parsed = read(file, survey, utc());

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(List.of(), parsed.refused());
        assertEquals(rows, parsed.rows().size());
        BigDecimal sum =
                parsed.rows().stream()
                        .map(r -> money(r.row()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, net.compareTo(sum), () -> sum.toPlainString() + ", by hand " + byHand);
    }

    @ParameterizedTest
    @CsvSource({
        "euro-signs.csv, EUR",
        "euro-before.csv, EUR",
        "pound-results.csv, GBP",
        "reais.csv, BRL",
        "dash-pair.csv, USDT"
    })
    void theCurrencyIs(String file, String code) throws URISyntaxException {
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertEquals(
                List.of(code),
                parsed.rows().stream()
                        .map(
                                r ->
                                        r.row() instanceof Fill f
                                                ? f.currency().code()
                                                : ((TradeRecord) r.row()).currency().code())
                        .distinct()
                        .toList());
        assertTrue(
                parsed.notes().stream().noneMatch(n -> n.contains("assumed")),
                parsed.notes()::toString);
    }

    @Test
    void whatTheFileStatesInAllSaysWhatAPointIsWorth() throws URISyntaxException {
        String file = "options-amount.csv";
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        parsed.rows()
                .forEach(
                        r ->
                                assertEquals(
                                        0,
                                        BigDecimal.valueOf(100)
                                                .compareTo(((Fill) r.row()).multiplier())));
        assertTrue(
                parsed.notes().stream()
                        .anyMatch(n -> n.contains("a point is worth 100 for SPY 260220C600")),
                parsed.notes()::toString);
    }

    @Test
    void anAmountThatIsNoMultipleIsNamedWithItsLine() throws URISyntaxException {
        String file = "amount-other.csv";
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertTrue(
                parsed.notes().stream()
                        .anyMatch(n -> n.contains("first in line 2: 61.37 against 50.")),
                parsed.notes()::toString);
    }

    /// The stated 100 for two points of an `ES` that is read as a share, and 95.80 for two of a future of 50, are to be compared.
    @ParameterizedTest
    @CsvSource({"share-pnl.tsv, 100", "fills-pnl.csv, 100 0 95.80"})
    void aResultBesideFillsIsKeptAsStated(String file, String stated) throws URISyntaxException {
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertEquals(
                stated,
                String.join(
                        " ",
                        parsed.rows().stream()
                                .map(r -> ((Fill) r.row()).extras().get("stated_pnl"))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    @Test
    void aCostInPerCentOfNobodyKnowsWhatIsRefused() throws URISyntaxException {
        ParsedFile parsed = read("fee-percent.csv", survey("fee-percent.csv", utc()), utc());
        assertEquals(List.of(2L, 3L), parsed.refused().stream().map(r -> r.line()).toList());
        assertEquals("0.1%", parsed.refused().getFirst().value());
    }

    @Test
    void anEncodingIsReadByTheTradersWord() throws URISyntaxException {
        ImportOptions said =
                utc().encoding(Optional.of("Shift_JIS")).decimal(Optional.of(DecimalSign.POINT));
        FileSurvey survey = survey("shift-jis.csv", said);
        ParsedFile parsed = read("shift-jis.csv", survey, said);
        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(
                List.of(Side.BUY, Side.SELL),
                parsed.rows().stream().map(r -> ((Fill) r.row()).side()).toList());
    }

    @Test
    void oneSymbolInTwoCurrenciesIsRefusedWithBothLines() throws URISyntaxException {
        ParsedFile parsed = read("mixed-signs.csv", survey("mixed-signs.csv", utc()), utc());
        assertEquals(1, parsed.rows().size());
        assertEquals(3, parsed.refused().getFirst().line());
        assertEquals(
                "ABC is in GBP here and in EUR in line 2.", parsed.refused().getFirst().reason());
    }

    @ParameterizedTest
    @CsvSource({
        "BTC, USDT, -, true",
        "ETH, BTC, _, true",
        "EUR, USD, -, true",
        "NEWCOIN, USDC, :, true",
        "BRK, B, -, false",
        "COINBASE, BTC, :, false",
        "FX, USD, :, false"
    })
    void aPairIsPricedInItsSecond(String base, String quote, char stroke, boolean is) {
        assertEquals(is, Coins.isPair(base, quote, stroke));
    }

    @Test
    void aLetterBesideAPriceThatIsNoCurrencyIsRefused() throws URISyntaxException {
        ParsedFile parsed = read("pence.csv", survey("pence.csv", utc()), utc());
        assertEquals(0, parsed.rows().size());
        assertEquals(List.of(2L, 3L), parsed.refused().stream().map(r -> r.line()).toList());
        assertEquals("75.5p", parsed.refused().getFirst().value());
        assertTrue(
                parsed.refused().getFirst().reason().contains("“p”"), parsed.refused()::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    notion-range.csv  | EXIT_TIME   | two times in one cell are no time
                    single-date.csv   | EXIT_TIME   | when it was closed stands nowhere
                    trademind.csv     | EXIT_TIME   | the same
                    buysell-times.csv | SIDE        | nothing says long or short
                    size-usd.csv      | QUANTITY    | the size is in dollars
                    unknown-far.csv   | PRICE       | two times, two prices, which is which
                    edgewonk.csv      | before or after costs | lots: the rows do not tell
                    tradejourney.csv  | before or after costs | lots again
                    swap-only.csv     | was paid or received | a swap is either
                    rebates.csv       | was paid or received | one fee of each sign
                    """)
    void isAskedAbout(String file, String question, String why) throws URISyntaxException {
        MappingProposal proposal = survey(file, utc()).proposal().orElseThrow();
        String asked =
                proposal.mapping().missing()
                        + " "
                        + String.join(" ", proposal.unsettled(proposal.mapping()));
        assertTrue(asked.contains(question), () -> asked + ": " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mixed-order.csv | 4 | The dates mix orders: 13/01/2026 10:00:00 in line 2 has the day first
                    yymmdd.csv      | 2 | It cannot be told which figures are the year
                    """)
    void isRefusedWithItsLine(String file, int line, String reason) throws URISyntaxException {
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertNotNull(parsed.error());
        assertEquals(line, parsed.error().line());
        assertTrue(parsed.error().reason().startsWith(reason), parsed.error()::reason);
    }

    @ParameterizedTest
    @CsvSource({"crypto-bot-log.csv", "json-lines.csv"})
    void withoutAHeaderNothingIsProposed(String file) throws URISyntaxException {
        FileSurvey survey = survey(file, utc());
        assertEquals(Optional.empty(), survey.proposal());
        assertNotNull(survey.error());
    }

    @Test
    void aShortTradeOfOneDayByPurchaseAndSaleIsRefusedRatherThanGuessed()
            throws URISyntaxException {
        String file = "buysell-short-nores.csv";
        ParsedFile parsed = read(file, survey(file, utc()), utc());

        assertEquals(2, parsed.rows().size());
        assertEquals(List.of(3L), parsed.refused().stream().map(r -> r.line()).toList());
        assertTrue(
                parsed.refused().getFirst().reason().contains("which of the two came first"),
                () -> parsed.refused().toString());
    }

    /// (195 − 190) × 10 − 2.50, (125 − 120) × 10 − 2.50, (398 − 400) × 5 − 2.50.
    @Test
    void purchaseAndSaleSayByTheirOrderWhatWasLongAndShort() throws URISyntaxException {
        ParsedFile parsed = read("purchase-sale.csv", survey("purchase-sale.csv", utc()), utc());
        List<TradeRecord> trades = parsed.rows().stream().map(r -> (TradeRecord) r.row()).toList();
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT, Direction.LONG),
                trades.stream().map(TradeRecord::direction).toList());
        assertEquals(
                List.of("2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z", "2026-01-07T00:00:00Z"),
                trades.stream().map(t -> t.entryTime().toString()).toList());
        assertEquals(
                List.of("47.5", "47.5", "-12.5"),
                trades.stream()
                        .map(t -> t.exit().orElseThrow().netPnl().orElseThrow())
                        .map(net -> net.stripTrailingZeros().toPlainString())
                        .toList());
        assertTrue(
                parsed.notes().stream().anyMatch(n -> n.startsWith("1 trade was bought and sold")),
                parsed.notes()::toString);
    }

    @Test
    void theSideOfTheExitIsTurnedRound() throws URISyntaxException {
        ParsedFile parsed = read("closing-side.csv", survey("closing-side.csv", utc()), utc());
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT, Direction.SHORT),
                parsed.rows().stream().map(r -> ((TradeRecord) r.row()).direction()).toList());
    }

    @Test
    void theSideOfTheExitIsTurnedRoundByItsName() throws URISyntaxException {
        String file = "closing-direction.csv";
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT),
                parsed.rows().stream().map(r -> ((TradeRecord) r.row()).direction()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "bot-json.csv, 2026-01-05T10:00:00Z",
        "ccxt-flat.csv, 2026-01-05T10:00:00.123Z",
        "pipe-us.csv, 2026-01-05T10:00:00Z",
        "ns.csv, 2026-01-05T10:00:00Z",
        "quoted-newline.csv, 2026-01-05T08:00:00Z",
        "compact-clock.csv, 2026-01-15T09:35:00Z",
        "python-log.csv, 2026-01-05T10:00:00.123Z",
        "swiss-utf16.csv, 2026-01-16T09:30:00Z",
        "fills-orderprice.csv, 2026-01-05T10:00:00Z",
        "ampm-paren.csv, 2026-01-16T09:31:05Z"
    })
    void theFirstTimeIs(String file, Instant time) throws URISyntaxException {
        ParsedFile parsed = read(file, survey(file, utc()), utc());
        assertEquals(time, ((Fill) parsed.rows().getFirst().row()).time());
    }

    @Test
    void withoutAZoneItIsAskedFor() throws URISyntaxException {
        FileSurvey survey = survey("tradersync.csv", ImportOptions.DEFAULT);
        assertFalse(survey.proposal().isEmpty());
        FileSurvey so =
                StandardFormats.reader()
                        .survey(
                                path("tradersync.csv"),
                                ImportOptions.DEFAULT.using(profile(survey)),
                                Progress.NONE);
        assertEquals(List.of(Need.ZONE), so.needs());
    }

    private static BigDecimal money(SourceRow row) {
        if (row instanceof Fill f) {
            BigDecimal paid =
                    f.price().value().multiply(f.quantity().value()).multiply(f.multiplier());
            return (f.side() == Side.SELL ? paid : paid.negate())
                    .subtract(f.costs().commission().orElse(BigDecimal.ZERO))
                    .subtract(f.costs().fees().orElse(BigDecimal.ZERO))
                    .subtract(f.costs().funding().orElse(BigDecimal.ZERO));
        }
        TradeRecord t = (TradeRecord) row;
        TradeRecord.Exit exit = t.exit().orElseThrow();
        if (exit.netPnl().isPresent()) {
            return exit.netPnl().get();
        }
        BigDecimal made =
                exit.price()
                        .value()
                        .subtract(t.entryPrice().value())
                        .multiply(t.quantity().value())
                        .multiply(t.multiplier());
        return (t.direction() == Direction.SHORT ? made.negate() : made)
                .subtract(exit.costs().orElse(BigDecimal.ZERO));
    }

    private static FileSurvey survey(String file, ImportOptions options) throws URISyntaxException {
        return StandardFormats.reader().survey(path(file), options, Progress.NONE);
    }

    private static ParsedFile read(String file, FileSurvey survey, ImportOptions options)
            throws URISyntaxException {
        return StandardFormats.reader()
                .read(path(file), options.using(profile(survey)), Progress.NONE);
    }

    private static ImportProfile profile(FileSurvey survey) {
        return ImportProfile.mapped(
                "As proposed", survey.header(), survey.proposal().orElseThrow().mapping());
    }

    private static Path path(String file) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(GenericJournalsTest.class.getResource(file), file).toURI());
    }

    private static ImportOptions utc() {
        return new ImportOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("UTC")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
