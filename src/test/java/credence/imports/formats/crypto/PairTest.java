package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairTest {

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT,BTC,USDT",
        "1INCHUSDT,1INCH,USDT",
        "1000SATSFDUSD,1000SATS,FDUSD",
        "BTCTUSD,BTC,TUSD",
        "BNBUSD,BNB,USD",
        "BNBBUSD,BNB,BUSD",
        "ETHBTC,ETH,BTC",
        "EURUSDT,EUR,USDT",
        "btc-usdt,BTC,USDT",
        "BTC/EUR,BTC,EUR",
        "ETH_USDC,ETH,USDC"
    })
    void marketsArePartedAtTheirQuoteCoin(String market, String base, String quote) {
        assertEquals(new Pair(base, quote), Pair.split(market, QuoteCoins.USUAL));
    }

    @Test
    void amarketWithoutAKnownQuoteCoinIsNotGuessed() {
        assertNull(Pair.split("ABCXYZ", QuoteCoins.USUAL));
        assertNull(Pair.split("USDT", QuoteCoins.USUAL));
        assertNull(Pair.split("", QuoteCoins.USUAL));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,BTC,BTC,EUR",
        "BTC,EUR,BTC,EUR",
        "BTC,ETH,ETH,BTC",
        "USDC,USDT,USDC,USDT",
        "XRP,DOGE,DOGE,XRP",
        "ADA,ZRX,ADA,ZRX",
        "ZRX,ADA,ADA,ZRX",
        "EUR,USDT,USDT,EUR"
    })
    void twoCoinsMakeOnePairInEitherDirection(String one, String other, String base, String quote) {
        assertEquals(new Pair(base, quote), Pair.ofCoins(one, other, QuoteCoins.USUAL));
    }

    @Test
    void binanceQuotesEurosInUsdt() {
        assertEquals(new Pair("EUR", "USDT"), Pair.ofCoins("USDT", "EUR", QuoteCoins.BINANCE));
        assertEquals(new Pair("USDT", "TRY"), Pair.ofCoins("USDT", "TRY", QuoteCoins.BINANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT,BTC,USDT,USDT,false",
        "BTCUSD_PERP,BTC,USD,BTC,true",
        "BTCUSDT_240628,BTC,USDT,USDT,false",
        "BTC-USDT-SWAP,BTC,USDT,USDT,false",
        "BTC-USD-SWAP,BTC,USD,BTC,true",
        "BTCPERP,BTC,USDC,USDC,false",
        "ETHUSDT-26DEC25,ETH,USDT,USDT,false"
    })
    void contractsSettleInTheQuoteCoinOrInThemselves(
            String market, String base, String quote, String settlement, boolean inverse) {
        Contract contract = Contract.of(market, QuoteCoins.USUAL);
        assertEquals(new Contract(new Pair(base, quote), settlement, inverse), contract);
    }
}
