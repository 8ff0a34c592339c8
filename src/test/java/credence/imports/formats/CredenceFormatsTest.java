package credence.imports.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ExitReason;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Prediction;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Credence's own CSV formats, as `product.md` 5 describes them.
class CredenceFormatsTest {

    @TempDir Path folder;

    private ParsedFile read(String text, Choices choices) {
        return new Journal(folder).read("file.csv", text, choices);
    }

    private static <T extends SourceRow> List<T> rows(ParsedFile file, Class<T> type) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> type.cast(r.row())).toList();
    }

    private static Refusal onlyRefusal(ParsedFile file) {
        assertEquals(1, file.refused().size(), file.refused()::toString);
        return file.refused().getFirst();
    }

    @Test
    void aFillStatesEverythingThatItsColumnsState() {
        Fill fill =
                rows(
                                read(
                                        """
                                        price,quantity,SIDE,Symbol,account,bot,time,commission,fees,funding,currency,multiplier,order_id,execution_id,stop,tag,effect,source,My note
                                        5000.25,2,sell,ES,acc-1,trend,2026-01-05T10:00:00-05:00,4.20,,-0.10,usd,50,o-9,77,5010,rev,close,Paper, as it is\s
                                        """,
                                        Choices.NONE),
                                Fill.class)
                        .getFirst();

        assertEquals(Instant.parse("2026-01-05T15:00:00Z"), fill.time());
        assertEquals(new AccountId("acc-1"), fill.account());
        assertEquals(Side.SELL, fill.side());
        assertEquals(PositionEffect.CLOSE, fill.effect());
        assertEquals(new BigDecimal("5000.25"), fill.price().value());
        assertEquals(Optional.of(new BigDecimal("4.20")), fill.costs().commission());
        assertEquals(Optional.empty(), fill.costs().fees(), "an empty cost is unknown, not zero");
        assertEquals(
                Optional.of(new BigDecimal("-0.10")),
                fill.costs().funding(),
                "received funding is negative");
        assertEquals(CurrencyCode.USD, fill.currency());
        assertEquals(new BigDecimal("50"), fill.multiplier());
        assertEquals(new BigDecimal("5010"), fill.stop().orElseThrow().value());
        assertEquals(Optional.of("rev"), fill.tag());
        assertEquals(SourceClass.PAPER, fill.source());
        assertEquals(77, fill.sequence());
        assertEquals(
                Map.of("My note", " as it is ", "order_id", "o-9", "execution_id", "77"),
                fill.extras());
    }

    @Test
    void columnsOfCostsByOtherNamesAreCountedAndNamed() {
        ParsedFile file =
                read(
                        """
                        time,symbol,side,quantity,price,commission,swap,tax,exchange_fee,bot,currency,magic,remark
                        2026-01-05T10:00:00Z,EURUSD,BUY,1000,1.1,2,0,0,,a,USD,77,x
                        2026-01-05T11:00:00Z,EURUSD,SELL,1000,1.2,2,-7,3,0.5,a,USD,78,9
                        """,
                        Choices.NONE);
        Fill last = rows(file, Fill.class).getLast();
        assertEquals(Optional.of(new BigDecimal("2")), last.costs().commission());
        assertEquals(Optional.of(new BigDecimal("3.5")), last.costs().fees());
        assertEquals(Optional.of(new BigDecimal("-7")), last.costs().funding());
        String notes = String.join("\n", file.notes());
        assertTrue(
                notes.contains("Counted as costs: tax (fees), exchange_fee (fees), swap (funding)"),
                notes);
        assertTrue(
                notes.contains("The column magic holds numbers and is kept but not counted"),
                notes);
    }

    @Test
    void aTradesCostsByOtherNamesAreCountedUnlessAllCostsAreStated() {
        ParsedFile file =
                read(
                        """
                        bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,costs,commission,swap
                        a,EURUSD,LONG,1000,2026-01-05T10:00:00Z,1.1,2026-01-05T11:00:00Z,1.2,,2,7
                        a,EURUSD,LONG,1000,2026-01-05T12:00:00Z,1.1,2026-01-05T13:00:00Z,1.2,9,2,7
                        """,
                        Choices.NONE);
        assertEquals(
                List.of(new BigDecimal("9"), new BigDecimal("9")),
                rows(file, TradeRecord.class).stream()
                        .map(t -> t.exit().orElseThrow().costs().orElseThrow())
                        .toList());
    }

    @Test
    void whatAnExportKeepsOfAnotherFileIsNotCountedTwice() {
        Fill fill =
                rows(
                                read(
                                        """
                                        time,bot,account,symbol,side,quantity,price,funding,currency,source,swap
                                        2026-01-05T10:00:00Z,a,main,EURUSD,BUY,1000,1.1,7,USD,live,7
                                        """,
                                        Choices.NONE),
                                Fill.class)
                        .getFirst();
        assertEquals(Optional.of(new BigDecimal("7")), fill.costs().funding());
    }

    @Test
    void theLeastThatAFillNeeds() {
        ParsedFile file =
                read(
                        "time,bot,symbol,side,quantity,price\n"
                                + "2026-01-05T10:00:00Z,trend,ETHUSDT,BUY,0.5,3000\n",
                        Choices.NONE);
        Fill fill = rows(file, Fill.class).getFirst();
        assertEquals(AccountId.DEFAULT, fill.account());
        assertEquals(CurrencyCode.USD, fill.currency());
        assertEquals(BigDecimal.ONE, fill.multiplier());
        assertEquals(PositionEffect.UNKNOWN, fill.effect());
        assertEquals(SourceClass.LIVE, fill.source());
        assertEquals(false, fill.costs().stated());
        assertTrue(file.notes().getFirst().contains("USD"), file.notes()::toString);
    }

    @Test
    void columnsOfTheFileWinOverWhatTheUserSays() {
        String text =
                """
                time,bot,symbol,side,quantity,price,account,currency,source
                2026-01-05T10:00:00Z,trend,ETHUSDT,BUY,1,3000,real,EUR,live
                2026-01-05T10:00:00,,,BUY,1,3000,,,
                """;
        List<Fill> fills =
                rows(
                        read(
                                text,
                                Choices.NONE
                                        .bot("said")
                                        .symbol("BTCUSDT")
                                        .account("demo")
                                        .currency("USDT")
                                        .source(SourceClass.BACKTEST)
                                        .zone("Asia/Tokyo")),
                        Fill.class);
        Fill own =
                fills.stream()
                        .filter(f -> f.bot().name().equals("trend"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "ETHUSDT/real/EUR/LIVE",
                own.symbol() + "/" + own.account() + "/" + own.currency() + "/" + own.source());
        assertEquals(Instant.parse("2026-01-05T10:00:00Z"), own.time());
        Fill said =
                fills.stream().filter(f -> f.bot().name().equals("said")).findFirst().orElseThrow();
        assertEquals(
                "BTCUSDT/demo/USDT/BACKTEST",
                said.symbol() + "/" + said.account() + "/" + said.currency() + "/" + said.source());
        assertEquals(Instant.parse("2026-01-05T01:00:00Z"), said.time());
    }

    @Test
    void rowsWithoutBotOrSymbolAreRefusedWhenNobodySaysThem() {
        String text =
                "time,bot,symbol,side,quantity,price\n"
                        + "2026-01-05T10:00:00Z,,ETH,BUY,1,2\n"
                        + "2026-01-05T10:00:00Z,b,,BUY,1,2\n";
        List<Refusal> refused = read(text, Choices.NONE).refused();
        assertEquals(
                List.of("The row names no bot.", "The row names no symbol."),
                refused.stream().map(Refusal::reason).toList());
    }

    @Test
    void aClosedTradeStatesEverythingThatItsColumnsState() {
        TradeRecord trade =
                rows(
                                read(
                                        """
                                        id,bot,account,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,costs,net_pnl,currency,multiplier,stop,take_profit,mae,mfe,exit_reason,confidence,pattern,timeframe,leverage,version,variant,score.theme,score.Technical,indicator.RSI,head.trend,mark_price,colour
                                        T-1,trend,real,BTC/USDT,SHORT,0.1,2026-01-05T10:00:00Z,60000,2026-01-05T12:30:00Z,59000,4.5,95.5,USDT,1,61000,58000,-12.5,110,tp,0.62,flag,15m,3,1.4,b,7.5,,31.2,-0.5,59500,blue
                                        """,
                                        Choices.NONE),
                                TradeRecord.class)
                        .getFirst();
        TradeRecord.Exit exit = trade.exit().orElseThrow();
        assertEquals(Direction.SHORT, trade.direction());
        assertEquals("BTCUSDT", trade.symbol().name());
        assertEquals(Instant.parse("2026-01-05T12:30:00Z"), exit.time());
        assertEquals(Optional.of(new BigDecimal("4.5")), exit.costs());
        assertEquals(Optional.of(new BigDecimal("95.5")), exit.netPnl());
        assertEquals(Optional.of(new BigDecimal("12.5")), exit.mae(), "a magnitude");
        assertEquals(Optional.of(new BigDecimal("110")), exit.mfe());
        assertEquals(ExitReason.TP, exit.reason());
        assertEquals(0.62, trade.call().confidence().orElseThrow());
        assertEquals(Optional.of("flag"), trade.call().pattern());
        assertEquals(Optional.of("15m"), trade.call().timeframe());
        assertEquals(Optional.of(new BigDecimal("3")), trade.call().leverage());
        assertEquals(Optional.of("1.4"), trade.call().version());
        assertEquals(Optional.of("b"), trade.call().variant());
        assertEquals(Map.of("theme", 7.5), trade.call().scores(), "an empty score is no score");
        assertEquals(Map.of("RSI", 31.2), trade.call().indicators());
        assertEquals(Map.of("trend", -0.5), trade.call().heads());
        assertEquals(0, trade.sequence(), "T-1 is no number");
        assertEquals(Map.of("id", "T-1", "colour", "blue", "mark_price", "59500"), trade.extras());
    }

    @Test
    void anOpenTradeHasNeitherExitFieldAndMayHaveAMark() {
        String text =
                """
                bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,mark_time,mark_price,net_pnl,costs
                a,ETH,LONG,1,2026-01-05T10:00:00Z,3000,,,2026-01-06T00:00:00Z,2900,-101,1
                b,ETH,LONG,1,2026-01-05T10:00:00Z,3000,,,,,,
                """;
        List<TradeRecord> trades = rows(read(text, Choices.NONE), TradeRecord.class);
        assertTrue(trades.stream().allMatch(TradeRecord::isOpen));
        TradeRecord.Mark mark = trades.get(0).mark().orElseThrow();
        assertEquals(new BigDecimal("2900"), mark.price().value());
        assertEquals(Optional.of(new BigDecimal("-101")), mark.netPnl());
        assertEquals(Map.of("costs", "1"), trades.get(0).extras());
        assertTrue(trades.get(1).mark().isEmpty());
    }

    @Test
    void halfAnExitAndHalfAMarkAreRefused() {
        String header =
                "bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,mark_time,mark_price\n";
        String start = "a,ETH,LONG,1,2026-01-05T10:00:00Z,3000,";
        assertEquals(
                "exit_price",
                onlyRefusal(read(header + start + "2026-01-06T00:00:00Z,,,\n", Choices.NONE))
                        .column());
        assertEquals(
                "exit_time",
                onlyRefusal(read(header + start + ",3100,,\n", Choices.NONE)).column());
        assertEquals(
                "mark_time",
                onlyRefusal(read(header + start + ",,,3100\n", Choices.NONE)).column());
        assertEquals(
                "The exit is before the entry.",
                onlyRefusal(read(header + start + "2026-01-05T09:59:59Z,3100,,\n", Choices.NONE))
                        .reason());
    }

    @Test
    void anUnknownReasonToExitIsKeptAsItIs() {
        TradeRecord trade =
                rows(
                                read(
                                        """
                                        bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,exit_reason
                                        a,ETH,LONG,1,2026-01-05T10:00:00Z,3000,2026-01-06T00:00:00Z,3100,moon
                                        """,
                                        Choices.NONE),
                                TradeRecord.class)
                        .getFirst();
        assertEquals(ExitReason.UNKNOWN, trade.exit().orElseThrow().reason());
        assertEquals(Map.of("exit_reason", "moon"), trade.extras());
    }

    @Test
    void aPredictionStatesEverythingThatItsColumnsState() {
        Prediction call =
                rows(
                                read(
                                        """
                                        time,bot,symbol,direction,confidence,entry,take_profit,stop_loss,leverage,timeframe,pattern,reasoning,version,variant,source,id,score.ai,head.h1
                                        2026-01-05T10:00:00Z,oracle,ETHUSDT,long,0.7,3000,3100,2950,2,1h,wedge,"Up, since ""it"" rose",2,x,backtest,991,10,1
                                        """,
                                        Choices.NONE),
                                Prediction.class)
                        .getFirst();
        assertEquals(Direction.LONG, call.direction());
        assertEquals(0.7, call.call().confidence().orElseThrow());
        assertEquals(new BigDecimal("3100"), call.takeProfit().orElseThrow().value());
        assertEquals(new BigDecimal("2950"), call.stopLoss().orElseThrow().value());
        assertEquals(Optional.of("Up, since \"it\" rose"), call.call().reasoning());
        assertEquals(Optional.of("991"), call.sourceId());
        assertEquals(991, call.sequence());
        assertEquals(SourceClass.BACKTEST, call.source());
        assertEquals(Map.of("ai", 10.0), call.call().scores());
    }

    @Test
    void figuresOutsideTheirScaleAreRefused() {
        String header =
                "time,bot,symbol,direction,confidence,score.ai,head.h,leverage\n"
                        + "2026-01-05T10:00:00Z,b,ETH,LONG,";
        assertEquals("confidence", onlyRefusal(read(header + "75,,,\n", Choices.NONE)).column());
        assertEquals(
                "The number must lie between 0 and 1.",
                onlyRefusal(read(header + "75,,,\n", Choices.NONE)).reason());
        assertEquals("confidence", onlyRefusal(read(header + ",,,\n", Choices.NONE)).column());
        assertEquals("score.ai", onlyRefusal(read(header + "0.5,11,,\n", Choices.NONE)).column());
        assertEquals("head.h", onlyRefusal(read(header + "0.5,1,-1.5,\n", Choices.NONE)).column());
        assertEquals("leverage", onlyRefusal(read(header + "0.5,1,1,0\n", Choices.NONE)).column());
    }
}
