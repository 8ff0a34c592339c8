package credence.imports.formats;

import credence.imports.BarFormat;
import credence.imports.ImportLimits;
import credence.imports.JournalFiles;
import credence.imports.JournalFormat;
import credence.imports.formats.bars.CredenceBars;
import credence.imports.formats.bars.FreqtradeBars;
import credence.imports.formats.bars.LeanBars;
import credence.imports.formats.crypto.BinanceFuturesPositions;
import credence.imports.formats.crypto.BinanceFuturesTrades;
import credence.imports.formats.crypto.BinanceSpotTrades;
import credence.imports.formats.crypto.BinanceStatement;
import credence.imports.formats.crypto.BitmexTrades;
import credence.imports.formats.crypto.BitstampTransactions;
import credence.imports.formats.crypto.BybitClosedPnl;
import credence.imports.formats.crypto.BybitDerivativesTrades;
import credence.imports.formats.crypto.BybitSpotTrades;
import credence.imports.formats.crypto.BybitTransactionLog;
import credence.imports.formats.crypto.CoinTrackingTrades;
import credence.imports.formats.crypto.CoinbaseAccount;
import credence.imports.formats.crypto.CoinbaseFills;
import credence.imports.formats.crypto.CoinbaseRetail;
import credence.imports.formats.crypto.CryptoComApp;
import credence.imports.formats.crypto.HyperliquidTrades;
import credence.imports.formats.crypto.KrakenLedgers;
import credence.imports.formats.crypto.KrakenTrades;
import credence.imports.formats.crypto.KucoinTrades;
import credence.imports.formats.crypto.MexcTrades;
import credence.imports.formats.crypto.OkxTrades;
import credence.imports.formats.crypto.RevolutCrypto;
import credence.imports.formats.frameworks.BacktestingPyTrades;
import credence.imports.formats.frameworks.FreqtradeBacktest;
import credence.imports.formats.frameworks.FreqtradeIndex;
import credence.imports.formats.frameworks.FreqtradeTrades;
import credence.imports.formats.frameworks.HummingbotTrades;
import credence.imports.formats.frameworks.NautilusFills;
import credence.imports.formats.frameworks.NautilusOrders;
import credence.imports.formats.frameworks.NautilusPositions;
import credence.imports.formats.frameworks.PyfolioTransactions;
import credence.imports.formats.frameworks.QuantConnectOrders;
import credence.imports.formats.frameworks.QuantConnectTrades;
import credence.imports.formats.frameworks.VectorbtTrades;
import credence.imports.formats.futures.NinjaTraderExecutions;
import credence.imports.formats.futures.NinjaTraderTrades;
import credence.imports.formats.futures.RithmicOrders;
import credence.imports.formats.futures.TopstepOrders;
import credence.imports.formats.futures.TopstepTrades;
import credence.imports.formats.futures.TradovateFills;
import credence.imports.formats.futures.TradovateOrders;
import credence.imports.formats.futures.TradovatePerformance;
import credence.imports.formats.futures.TradovatePositions;
import credence.imports.formats.ibkr.IbkrActivity;
import credence.imports.formats.ibkr.IbkrFlexCsv;
import credence.imports.formats.ibkr.IbkrFlexXml;
import credence.imports.formats.ibkr.IbkrTransactions;
import credence.imports.formats.metatrader.ClosedTrades;
import credence.imports.formats.metatrader.Mt4Statement;
import credence.imports.formats.metatrader.Mt4Tester;
import credence.imports.formats.metatrader.Mt5History;
import credence.imports.formats.metatrader.Mt5PortalPositions;
import credence.imports.formats.metatrader.Mt5Tester;
import credence.imports.formats.stocks.DasTrades;
import credence.imports.formats.stocks.DegiroAccount;
import credence.imports.formats.stocks.DegiroTransactions;
import credence.imports.formats.stocks.EtoroActivity;
import credence.imports.formats.stocks.EtoroClosed;
import credence.imports.formats.stocks.RevolutStocks;
import credence.imports.formats.stocks.Saxo;
import credence.imports.formats.stocks.SchwabRealized;
import credence.imports.formats.stocks.SchwabTransactions;
import credence.imports.formats.stocks.ThinkorswimStatement;
import credence.imports.formats.stocks.ThinkorswimToday;
import credence.imports.formats.stocks.TradeNote;
import credence.imports.formats.stocks.Trading212;
import credence.imports.formats.stocks.XtbCash;
import credence.imports.formats.stocks.XtbClosed;
import credence.imports.mapping.MappedColumns;

import java.util.List;

/// The formats that Credence knows.
public final class StandardFormats {

    private StandardFormats() {}

    /// A reader of all of them under the usual limits.
    public static JournalFiles reader() {
        return reader(ImportLimits.DEFAULT);
    }

    public static JournalFiles reader(ImportLimits limits) {
        return new JournalFiles(limits, journals(), bars(), new MappedColumns());
    }

    /// All formats of price bars.
    public static List<BarFormat> bars() {
        return List.of(new CredenceBars(), new LeanBars(), new FreqtradeBars());
    }

    /// All formats of journals.
    public static List<JournalFormat> journals() {
        return List.of(
                new CredenceFills(),
                new CredenceTrades(),
                new CredencePredictions(),
                new CredenceRates(),
                new TradingViewTrades(),
                new FreqtradeBacktest(),
                new FreqtradeTrades(),
                new FreqtradeIndex(),
                new BacktestingPyTrades(),
                new HummingbotTrades(),
                new NautilusFills(),
                new NautilusOrders(),
                new NautilusPositions(),
                new PyfolioTransactions(),
                new QuantConnectOrders(),
                new QuantConnectTrades(),
                new VectorbtTrades(),
                new IbkrActivity(),
                new IbkrFlexCsv(),
                new IbkrFlexXml(),
                new IbkrTransactions(),
                new Mt4Statement(),
                new Mt4Tester(),
                new Mt5History(),
                new Mt5Tester(),
                new BinanceFuturesPositions(),
                new BinanceFuturesTrades(),
                new BinanceSpotTrades(),
                new BinanceStatement(),
                new BitmexTrades(),
                new BitstampTransactions(),
                new BybitClosedPnl(),
                new BybitDerivativesTrades(),
                new BybitSpotTrades(),
                new BybitTransactionLog(),
                new CoinTrackingTrades(),
                new CoinbaseAccount(),
                new CoinbaseFills(),
                new CoinbaseRetail(),
                new CryptoComApp(),
                new HyperliquidTrades(),
                new KrakenLedgers(),
                new KrakenTrades(),
                new KucoinTrades(),
                new MexcTrades(),
                new OkxTrades(),
                new RevolutCrypto(),
                new DasTrades(),
                new DegiroAccount(),
                new DegiroTransactions(),
                new EtoroActivity(),
                new EtoroClosed(),
                new RevolutStocks(),
                new Saxo(),
                new SchwabRealized(),
                new SchwabTransactions(),
                new ThinkorswimStatement(),
                new ThinkorswimToday(),
                new TradeNote(),
                new Trading212(),
                new XtbCash(),
                new XtbClosed(),
                new NinjaTraderExecutions(),
                new NinjaTraderTrades(),
                new RithmicOrders(),
                new TopstepOrders(),
                new TopstepTrades(),
                new TradovateFills(),
                new TradovateOrders(),
                new TradovatePerformance(),
                new TradovatePositions(),
                new ClosedTrades(),
                new Mt5PortalPositions());
    }
}
