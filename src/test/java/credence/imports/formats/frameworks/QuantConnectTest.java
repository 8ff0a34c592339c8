package credence.imports.formats.frameworks;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.formats.Imported;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class QuantConnectTest {

    @TempDir Path folder;

    private Imported read(String name, String text) {
        return new Imported(
                new Journal(folder).read(name, text, Choices.NONE.zone("UTC").currency("USD")));
    }

    /// A result of Lean: charts first, orders by id, status by number.
    @Test
    void ordersInAResultOfLeanAreRead() {
        Imported file =
                read(
                                "result.json",
                                """
                                {"charts":{"Strategy Equity":{"series":{"Equity":{"values":[[0,100000]]}}}},
                                 "orders":{
                                  "1":{"type":0,"id":1,"symbol":{"value":"SPY","id":"SPY R735QTJ8XC9X"},"price":450.1,"priceCurrency":"USD","time":"2026-01-05T14:31:00Z","lastFillTime":"2026-01-05T14:31:05Z","quantity":10.0,"status":3,"direction":0,"value":4501.0,"tag":"grid"},
                                  "2":{"type":1,"id":2,"symbol":{"value":"SPY"},"price":460,"priceCurrency":"USD","time":"2026-01-05T14:32:00Z","quantity":-10.0,"status":5,"direction":1,"value":0,"tag":""},
                                  "3":{"type":0,"id":3,"symbol":{"value":"SPY"},"price":451.1,"priceCurrency":"USD","time":"2026-01-06T14:31:00Z","lastFillTime":"2026-01-06T14:31:00Z","quantity":-10.0,"status":3,"direction":1,"value":-4511.0,"tag":""}},
                                 "statistics":{"Total Orders":"3"}}
                                """)
                        .as("quantconnect-orders");
        assertEquals(2, file.fills().size());
        Fill first = file.fills().getFirst();
        assertEquals("2026-01-05T14:31:05Z", first.time().toString());
        assertEquals("SPY", first.symbol().name());
        assertEquals("grid", first.tag().orElseThrow());
        assertTrue(!first.costs().stated(), "a result of Lean has no fees");
        assertEquals(1, file.skipped("order that is not filled (canceled)"));
        assertMoney("10", file.cash());
    }

    /// The API's list: fees stand with the events of an order.
    @Test
    void ordersOfTheApiHaveTheFeesOfTheirFills() {
        Imported file =
                read(
                                "orders.json",
                                """
                                {"orders":[{"id":1,"symbol":{"value":"SPY"},"price":450.5,"priceCurrency":"USD","time":"2026-01-05T14:31:00Z","lastFillTime":"2026-01-05T14:31:09Z","quantity":10,"status":3,"tag":"",
                                  "events":[{"status":"submitted","orderFeeAmount":null},
                                            {"status":"partiallyFilled","orderFeeAmount":1.0,"orderFeeCurrency":"USD"},
                                            {"status":"filled","orderFeeAmount":0.5,"orderFeeCurrency":"USD"}]}],
                                 "length":1}
                                """)
                        .as("quantconnect-orders");
        assertMoney("1.5", file.costs());
    }

    @Test
    void closedTradesStateTheirResultBeforeFees() {
        Imported file =
                read(
                                "trades.csv",
                                """
                                Entry Time,Symbols,Exit Time,Direction,Entry Price,Exit Price,Quantity,P&L,Fees,MAE,MFE,Drawdown,IsWin,Order Ids
                                2026-01-05T14:31:00Z,SPY,2026-01-06T14:31:00Z,Buy,450.1,451.1,10,10,2,-5,12,5,1,"1,2"
                                2026-01-07T14:31:00Z,SPY,2026-01-08T14:31:00Z,Sell,451.1,452.1,10,-10,2,-12,1,12,0,"3,4"
                                """)
                        .as("quantconnect-trades");
        List<TradeRecord> trades = file.trades();
        assertEquals(
                List.of(Direction.LONG, Direction.SHORT),
                trades.stream().map(TradeRecord::direction).toList());
        assertMoney("8", trades.getFirst().exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("-12", trades.getLast().exit().orElseThrow().netPnl().orElseThrow());
        assertMoney("2", trades.getFirst().exit().orElseThrow().costs().orElseThrow());
    }
}
