package credence.imports.mapping;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Header;
import credence.service.port.mapping.Signs;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that say bought or sold, in the languages that brokers write, and words of rows that are no trade.
final class SideWords {

    /// What a word means.
    record Meaning(Side side, PositionEffect effect) {}

    private static final Map<String, Meaning> KNOWN = known();

    private static final Set<String> NO_TRADE =
            Set.of(
                    "deposit",
                    "withdrawal",
                    "withdraw",
                    "transfer",
                    "dividend",
                    "interest",
                    "fee",
                    "fees",
                    "tax",
                    "balance",
                    "credit",
                    "funding",
                    "rebate",
                    "bonus",
                    "adjustment",
                    "conversion",
                    "einzahlung",
                    "auszahlung",
                    "dividende",
                    "zinsen",
                    "gebühr",
                    "depot",
                    "dépôt",
                    "retrait",
                    "dividendo",
                    "depósito",
                    "retiro",
                    "retirada",
                    "deposito",
                    "prelievo",
                    "commissione",
                    "storting",
                    "opname",
                    "rente",
                    "cancelled",
                    "canceled",
                    "rejected",
                    "expired");

    private final Map<String, Meaning> own = new HashMap<>();

    SideWords(Signs signs) {
        signs.buy()
                .forEach(
                        w -> own.put(Header.key(w), new Meaning(Side.BUY, PositionEffect.UNKNOWN)));
        signs.sell()
                .forEach(
                        w ->
                                own.put(
                                        Header.key(w),
                                        new Meaning(Side.SELL, PositionEffect.UNKNOWN)));
    }

    /// @return null for a word that says neither
    @Nullable Meaning of(String text) {
        String key = Header.key(text);
        Meaning mine = own.get(key);
        return mine != null ? mine : KNOWN.get(key);
    }

    /// Whether a word of the usual ones, whatever the mapping; for proposals.
    static boolean isSide(String text) {
        return KNOWN.containsKey(Header.key(text));
    }

    /// Whether a usual word says sold, or held short.
    static boolean isSale(String text) {
        Meaning meaning = KNOWN.get(Header.key(text));
        return meaning != null && meaning.side() == Side.SELL;
    }

    static boolean isNoTrade(String text) {
        return NO_TRADE.contains(Header.key(text));
    }

    private static Map<String, Meaning> known() {
        Map<String, Meaning> words = new HashMap<>();
        put(
                words,
                Side.BUY,
                PositionEffect.UNKNOWN,
                List.of(
                        "buy",
                        "bought",
                        "b",
                        "bot",
                        "long",
                        "l",
                        "bid",
                        "purchase",
                        "market buy",
                        "limit buy",
                        "stop buy",
                        "kauf",
                        "kaufen",
                        "gekauft",
                        "achat",
                        "acheter",
                        "acheté",
                        "compra",
                        "comprar",
                        "comprado",
                        "acquisto",
                        "koop",
                        "aankoop",
                        "köp",
                        "kjøp",
                        "køb",
                        "osto",
                        "kupno",
                        "nákup",
                        "покупка",
                        "купить",
                        "alış",
                        "al",
                        "買",
                        "买",
                        "买入",
                        "買い",
                        "做多",
                        "매수",
                        "mua",
                        "beli"));
        put(
                words,
                Side.SELL,
                PositionEffect.UNKNOWN,
                List.of(
                        "sell",
                        "sold",
                        "s",
                        "sld",
                        "short",
                        "ask",
                        "sale",
                        "market sell",
                        "limit sell",
                        "stop sell",
                        "verkauf",
                        "verkaufen",
                        "verkauft",
                        "vente",
                        "vendre",
                        "vendu",
                        "venta",
                        "vender",
                        "vendido",
                        "venda",
                        "vendita",
                        "verkoop",
                        "sälj",
                        "salg",
                        "salgs",
                        "myynti",
                        "sprzedaż",
                        "prodej",
                        "продажа",
                        "продать",
                        "satış",
                        "sat",
                        "賣",
                        "卖",
                        "卖出",
                        "売",
                        "売り",
                        "做空",
                        "매도",
                        "bán",
                        "jual"));
        put(
                words,
                Side.BUY,
                PositionEffect.OPEN,
                List.of("buy to open", "bto", "open long", "buy_to_open"));
        put(
                words,
                Side.BUY,
                PositionEffect.CLOSE,
                List.of(
                        "buy to close",
                        "buy to cover",
                        "btc",
                        "cover",
                        "close short",
                        "buy_to_close",
                        "short cover"));
        put(
                words,
                Side.SELL,
                PositionEffect.OPEN,
                List.of(
                        "sell to open",
                        "sto",
                        "sell short",
                        "short sell",
                        "ss",
                        "open short",
                        "sell_to_open"));
        put(
                words,
                Side.SELL,
                PositionEffect.CLOSE,
                List.of("sell to close", "stc", "close long", "sell_to_close"));
        return words;
    }

    private static void put(
            Map<String, Meaning> words, Side side, PositionEffect effect, List<String> spelled) {
        Set<String> keys = new HashSet<>();
        spelled.forEach(w -> keys.add(Header.key(w)));
        keys.forEach(k -> words.put(k, new Meaning(side, effect)));
    }
}
