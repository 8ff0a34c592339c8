package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.formats.StandardFormats;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// No file is two formats': of all formats at most one recognises each real export, and each header that a format reads.
class SamplesDetectionTest {

    private static List<String> recognisedBy(String name, byte[] bytes) {
        Container container = Container.of(bytes, bytes.length);
        try {
            Document document =
                    Document.of(
                            name,
                            container,
                            bytes,
                            ImportLimits.DEFAULT,
                            Progress.NONE,
                            Choices.NONE.options());
            return StandardFormats.journals().stream()
                    .filter(f -> f.detect(document).recognised())
                    .filter(f -> !standsBack(f, document))
                    .map(JournalFormat::id)
                    .toList();
        } catch (UnreadableFile e) {
            throw new AssertionError(name + ": " + e.refusal(), e);
        }
    }

    /// Credence's own fills may lack the bot; a broker's format is always surer than that.
    private static boolean standsBack(JournalFormat format, Document document) {
        return format.id().equals("credence-fills") && format.detect(document).score() < 70;
    }

    @Test
    void eachRealExportIsRecognisedByOneFormatAtMost() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.walk(SharedFiles.data("journals"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> ids =
                        recognisedBy(file.getFileName().toString(), Files.readAllBytes(file));
                assertTrue(ids.size() <= 1, () -> file + " is " + ids);
                assertTrue(
                        ids.size() == 1 || !file.getParent().endsWith("crypto"),
                        () -> file + " is nobody's");
                seen++;
            }
        }
        assertTrue(seen > 90, "only " + seen + " files were found");
    }

    @Test
    void eachHeaderOfAnExchangeIsRecognisedByOneFormat() {
        String[][] headers = {
            {"binance-spot-trades", "Date(UTC),Pair,Side,Price,Executed,Amount,Fee"},
            {"binance-spot-trades", "Time,Pair,Side,Price,Executed,Amount,Fee"},
            {"binance-spot-trades", "Time(UTC+8),Pair,Side,Price,Executed,Amount,Fee"},
            {"binance-spot-trades", "Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin"},
            {
                "binance-spot-trades",
                "Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Quote Asset"
            },
            {
                "binance-futures-trades",
                "Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit,Quote"
                        + " Asset"
            },
            {
                "binance-futures-trades",
                "Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade"
                        + " ID,Order ID"
            },
            {"binance-statement", "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark"},
            {"binance-statement", "User ID,Time,Account,Operation,Coin,Change,Remark"},
            {
                "bybit-spot-trades",
                "Spot Pairs,Order Type,Direction,feeCoin,ExecFeeV2,Filled Value,Filled Price,Filled"
                        + " Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)"
            },
            {
                "bybit-derivatives-trades",
                "Contracts,Order No.,Direction,Order Type,Filled Qty,Filled Price,Order"
                        + " Price,Filled Type,Trading Fee Rate,Fees Paid,Trasaction ID,Transaction"
                        + " Time(UTC+10),Final Balance (USDT)"
            },
            {
                "bybit-derivatives-trades",
                "Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading"
                        + " Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order"
                        + " No.,Transaction Time(UTC+0)"
            },
            {
                "bybit-transaction-log",
                "Uid,Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee"
                        + " Paid,Cash Flow,Change,Wallet Balance,Action,Time(UTC)"
            },
            {
                "bybit-transaction-log",
                "Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee"
                        + " Paid,Cash Flow,Change,Wallet Balance,Action,OrderId,TradeId,Time"
            },
            {
                "bybit-closed-pnl",
                "Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade"
                        + " Time(UTC+0),Order No.,Create Time"
            },
            {
                "bybit-closed-pnl",
                "Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding"
                        + " Fee,Trade Type,Realized P&L,Trade time"
            },
            {
                "coinbase-fills",
                "trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total"
                        + " unit"
            },
            {
                "coinbase-account",
                "portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order"
                        + " id"
            },
            {
                "coinbase-transactions",
                "Timestamp,Transaction Type,Asset,Quantity Transacted,EUR Spot Price at"
                        + " Transaction,EUR Subtotal,EUR Total (inclusive of fees),EUR Fees,Notes"
            },
            {
                "kraken-ledgers",
                "txid,refid,time,type,subtype,aclass,subclass,asset,wallet,amount,fee,balance"
            },
            {
                "kucoin-trades",
                "tradeCreatedAt,orderId,symbol,side,price,size,funds,fee,liquidity,feeCurrency,orderType"
            },
            {
                "kucoin-trades",
                "UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled"
                        + " Amount,Filled Volume,Filled Volume (USDT),Filled"
                        + " Time(UTC+02:00),Fee,Maker/Taker,Fee Currency"
            },
            {
                "bitstamp-transactions",
                "ID,Account,Type,Subtype,Datetime,Amount,Amount currency,Value,Value"
                        + " currency,Rate,Rate currency,Fee,Fee currency,Order ID"
            },
            {
                "binance-futures-positions",
                "Symbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open"
                        + " Interest,Closed Vol.,Closing PNL,Opened,Closed,Status"
            },
            {
                "okx-trades",
                "id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,Filled"
                        + " Price Unit,PnL,Fee,Fee Unit,Position Change,Position Balance,Position"
                        + " Unit,Balance Change,Balance,Balance Unit"
            },
            {"hyperliquid-trades", "time,coin,dir,px,sz,ntl,fee,feeToken,closedPnl,hash"},
            {"mexc-spot-trades", "UID,Pairs,Time,Side,Filled Price,Executed Amount,Total,Fee,Role"},
            {
                "bitmex-trades",
                "transactTime,symbol,execType,side,lastQty,lastPx,execCost,commission,execComm,ordType,orderQty,leavesQty,price,text,orderID"
            },
        };
        for (String[] header : headers) {
            for (String separator : new String[] {",", ";"}) {
                String line = header[1].replace(",", separator);
                assertEquals(
                        List.of(header[0]),
                        recognisedBy(
                                "export.csv",
                                (line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8)),
                        line);
            }
        }
    }
}
