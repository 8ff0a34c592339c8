package credence.imports.mapping;

import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Role;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names that brokers and bots give to columns, by what they mean, in several languages; the surest first.
final class Synonyms {

    private static final Pattern SAYS_COSTS =
            Pattern.compile(
                    "\\b(net|netto\\w*|neto|neta|nett\\w*|gross|brutto\\w*|bruto|brut|lordo|líquido|bruta)\\b"
                        + "|чистая|净|毛",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern REALISED =
            Pattern.compile("(reali[sz]ed|closed|closing) ?(profit|result|gain|pnl|p&l|p/l).*");

    private static final Pattern RUNNING =
            Pattern.compile(
                    "\\b(cum|cumulative|cumulated|running|accumulated|kumuliert\\w*|cumulé|acumulad\\w*"
                        + "|balance|saldo|equity)\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NEITHER =
            Pattern.compile(
                    "\\b(balance|fee\\w*|saldo|equity|total|cost|value|proceeds|notional|id|uid|isin|wkn|cusip|conid|leverage|fx|exchange"
                        + " rate|conversion|interest|duration|bars|line|row)\\b");

    private static final Pattern OF_AN_ORDER =
            Pattern.compile("\\b(order|limit|trigger|requested|submitted)\\b");

    private static final Pattern CLOSING =
            Pattern.compile("\\b(closing|close|exit) (side|direction|action)\\b");

    private static final Pattern CAMEL = Pattern.compile("(\\p{Ll})(\\p{Lu})");

    private static final Pattern NO_MONEY =
            Pattern.compile(
                    "%|\\b(pct|percent\\w*|percentage|prozent|pips?|ticks?|points?|pts|punkte|bps|roi|rate|r"
                        + "|multiple|rr|ratio)\\b");

    private static final Pattern MONEY =
            Pattern.compile(
                    "[$€£¥]|[(\\[](USD|EUR|GBP|CHF|JPY|CAD|AUD|USDT|USDC|BUSD|FDUSD|DAI|quote)[)\\]]|["
                        + " _](USD|USDT|USDC|EUR|usd|usdt|usdc|eur)$");

    private static final Pattern COST_CURRENCY =
            Pattern.compile(
                    "(fees?|commission|comm|gebühr|kosten)"
                            + " ?(currency|coin|asset|ccy|token|unit|währung)");

    /// What programs write for a letter that they cannot read.
    private static final char LOST = '\uFFFD';

    private static final Map<Role, List<String>> NAMES = names();

    private Synonyms() {}

    /// How well a column's name fits a role: 100 for one of its own names, less for names that contain one, 0 for none.
    static int score(Role role, String column) {
        String key = plain(column);
        String parted = parted(column);
        int whole = scoreOf(role, key);
        return parted.equals(key) ? whole : Math.max(whole, scoreOf(role, parted));
    }

    private static int scoreOf(Role role, String key) {
        int best = 0;
        for (String name : NAMES.getOrDefault(role, List.of())) {
            if (key.equals(name) || (key.indexOf(LOST) >= 0 && fits(key, name))) {
                return 100;
            }
            if (name.length() >= 4 && (" " + key + " ").contains(" " + name + " ")) {
                best = Math.max(best, 60 + Math.min(15, name.length()));
            }
        }
        return best;
    }

    /// `closedPnl` as `closed pnl`.
    private static String parted(String column) {
        return plain(CAMEL.matcher(column).replaceAll("$1 $2"));
    }

    /// Whether a name with lost letters may be this one; a run of marks stands for one letter.
    private static boolean fits(String key, String name) {
        if (key.length() != name.length()) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != name.charAt(i) && (c != LOST || name.charAt(i) < 0x80)) {
                return false;
            }
        }
        return true;
    }

    /// Lower case, words parted by one blank, without what stands in brackets: units, currencies, zones.
    static String plain(String column) {
        String s = column.toLowerCase(Locale.ROOT).replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", " ");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            out.append(
                    Character.isLetterOrDigit(c) || c == '#' || c == '&' || c == '/' || isLost(s, i)
                            ? c == '?' ? LOST : c
                            : ' ');
        }
        return out.toString().strip().replaceAll(" +", " ").replaceAll(LOST + "+", "" + LOST);
    }

    private static boolean isLost(String s, int i) {
        char c = s.charAt(i);
        return c == LOST
                || (c == '?'
                        && i > 0
                        && Character.isLetter(s.charAt(i - 1))
                        && i + 1 < s.length()
                        && Character.isLetter(s.charAt(i + 1)));
    }

    private static Map<Role, List<String>> names() {
        Map<Role, List<String>> n = new EnumMap<>(Role.class);
        put(
                n,
                Role.TIME,
                "time|date time|datetime|date/time|timestamp|time stamp|date|executed at|execution"
                        + " time|exec time|fill time|filled time|trade time|transaction time|trade"
                        + " date|executed|created at|created|update time|order time|date utc|utc"
                        + " time|transact time|zeit|datum|datum/zeit|uhrzeit|zeitpunkt|heure|date"
                        + " heure|fecha|fecha hora|hora|data|data ora|data"
                        + " hora|horario|horário|ora|tijd|datum tijd|tid|aika|czas|дата|время|дата"
                        + " время|日期|时间|時間|成交时间|日時|約定日時|체결시간|시간");
        put(
                n,
                Role.DATE,
                "date|trade date|day|datum|fecha|data|дата|日期|handelsdatum|execution date");
        put(
                n,
                Role.ENTRY_TIME,
                "entry time|open time|opening time|entry date|open date|opened|opened at|entered"
                    + " at|enteredat|entry datetime|entry timestamp|date opened|opening"
                    + " date|entrytime|opentime|time opened|buy date|buy time|entry|entry"
                    + " dt|eröffnet|eröffnungszeit|einstieg|einstiegsdatum|eröffnungsdatum|kaufdatum|entrée|ouverture|entrada|apertura|fecha"
                    + " de entrada|date d'entrée|einstiegszeit|heure d'ouverture|date"
                    + " d'ouverture|date ouverture|hora de apertura|fecha de apertura|fecha"
                    + " apertura|data apertura|ora apertura|openingstijd|data de abertura|время"
                    + " открытия|开仓时间|建仓时间|入场时间");
        put(
                n,
                Role.ENTRY_DATE,
                "entry date|open date|opening date|date opened|fecha apertura|data apertura");
        put(
                n,
                Role.EXIT_TIME,
                "exit time|close time|closing time|exit date|close date|closed|closed at|exited"
                    + " at|exitedat|exit datetime|exit timestamp|date closed|closing"
                    + " date|exittime|closetime|time closed|sell date|sell"
                    + " time|geschlossen|schlusszeit|ausstieg|ausstiegsdatum|schlussdatum|verkaufsdatum|sortie|clôture|salida|cierre|fecha"
                    + " de salida|date de sortie|ausstiegszeit|heure de fermeture|date de"
                    + " clôture|date de fermeture|date cloture|hora de cierre|fecha de cierre|fecha"
                    + " cierre|data chiusura|ora chiusura|sluitingstijd|data de fechamento|время"
                    + " закрытия|平仓时间|出场时间");
        put(
                n,
                Role.EXIT_DATE,
                "exit date|close date|closing date|date closed|fecha cierre|data chiusura");
        put(
                n,
                Role.SYMBOL,
                "symbol|instrument|ticker|market|pair|trading pair|contract|contract"
                    + " name|contractname|product|asset|coin"
                    + " pair|security|underlying|item|stock|isin|currency"
                    + " pair|symbole|símbolo|simbolo|simbol|instrumento|titel|wertpapier|"
                    + "produkt|produit|titre|valeur|strumento|titolo|ativo|papel|инструмент|символ|тикер|交易对|合约|品种|代码|銘柄|銘柄コード|종목");
        put(
                n,
                Role.SIDE,
                "side|direction|buy/sell|b/s|action|type|order side|trade type|position|market"
                        + " pos|long/short|l/s|trade side|transaction type|operation|deal type|buy"
                        + " sell|seite|richtung|art|typ|kauf/verkauf|sens|type"
                        + " d'ordre|lado|dirección|direccion|tipo|tipo operación|tipo de"
                        + " operación|operación|operazione|segno|richting|soort|"
                        + "sentido|направление|тип|方向|买卖|买卖方向|類型|类型|売買|매매구분");
        put(
                n,
                Role.QUANTITY,
                "quantity|qty|size|volume|amount|filled qty|filled quantity|executed|executed"
                    + " qty|filled|contracts|shares|lots|units|position size|order qty|exec"
                    + " qty|vol|trade size|quantity filled|# shares|no of shares|number of"
                    + " shares|lot|menge|anzahl|stück|stücke|volumen|quantité|quantite|nombre|cantidad|títulos|titulos|volumen|quantità|"
                    + "quantita|aantal|quantidade|antal|määrä|ilość|количество|объем|объём|数量|成交量|成交数量|手数|約定数量|수량");
        put(
                n,
                Role.PRICE,
                "price|fill price|exec price|execution price|avg price|average price|filled"
                        + " price|trade price|executed price|avg fill price|t price|deal"
                        + " price|rate|avg|preis|kurs|ausführungskurs|prix|cours|prix"
                        + " d'exécution|precio|precio medio|prezzo|prezzo"
                        + " medio|koers|prijs|preço|preco|pris|hinta|cena|цена|价格|成交价|成交均价|価格|"
                        + "約定価格|가격|체결가");
        put(
                n,
                Role.ENTRY_PRICE,
                "entry price|open price|opening price|avg entry price|avg entry|average entry|avg"
                    + " open|buy price|bought price|avg buy price|price in|entryprice|openprice|avg"
                    + " open price|entry rate|open"
                    + " rate|entry|einstiegskurs|einstieg|einstiegspreis|eröffnungspreis|kaufkurs|entrée|ouverture|entrada|apertura|eröffnungskurs|einstandskurs|prix"
                    + " d'entrée|prix d'ouverture|precio de entrada|precio de apertura|precio"
                    + " entrada|prezzo di apertura|prezzo di ingresso|preço de"
                    + " entrada|openingskoers|цена открытия|цена входа|开仓价|入场价");
        put(
                n,
                Role.EXIT_PRICE,
                "exit price|close price|closing price|avg exit price|avg exit|average exit|avg"
                    + " close|sell price|sold price|avg sell price|price"
                    + " out|exitprice|closeprice|avg close price|exit rate|close"
                    + " rate|exit|ausstiegskurs|ausstieg|ausstiegspreis|schlusspreis|verkaufskurs|sortie|clôture|salida|cierre|schlusskurs|prix"
                    + " de sortie|prix de clôture|precio de salida|precio de cierre|precio"
                    + " salida|prezzo di chiusura|prezzo di uscita|preço de saída|slotkoers|цена"
                    + " закрытия|цена выхода|平仓价|出场价");
        put(
                n,
                Role.COMMISSION,
                "commission|commissions|commision|commisions|comm|comms|fee cost|fee"
                    + " amount|brokerage|comm/fee|broker fee|trading fee|fee|commission"
                    + " paid|provision|"
                    + "kommission|ordergebühr|courtage|comisión|comision|comisiones|commissione|commissioni|commissie|comissão|"
                    + "corretagem|комиссия|手续费|佣金|手数料|수수료");
        put(
                n,
                Role.FEES,
                "fees|fee|other fees|exchange fee|exchange fees|clearing fee|clearing fees|nfa"
                        + " fee|trans fee|transfee|transaction fee|taxes|tax|costs|cost of"
                        + " trade|regulatory fees|misc fees|gebühren|gebühr|kosten|"
                        + "frais|gastos|tarifas|spese|costi|kosten|taxas|avgift|сбор|сборы|费用");
        put(
                n,
                Role.OTHER_FEES,
                "ecn fee|ecnfee|ecn fees|nfa fees|sec fee|sec fees|taf fee|clearing fees|regulatory"
                        + " fee|stamp duty|other costs|tax|taxes|fee|fees|exchange fees|trans fee"
                        + "|transfee|slippage cost");
        put(
                n,
                Role.FUNDING,
                "funding|funding fee|funding"
                        + " fees|swap|swaps|rollover|financing|overnight|finanzierung|своп|资金费");
        put(
                n,
                Role.NET_PNL,
                "net pnl|net p&l|net p/l|net profit|net return|net gain|net|net"
                    + " profit/loss|realized pnl|realised pnl|realized p/l|realized p&l|realised"
                    + " p/l|closed pnl|closed p&l|profit/loss|net"
                    + " result|nettogewinn|netto|neto|resultado neto|nettoergebnis|résultat"
                    + " net|beneficio neto|ganancia neta|utile netto|resultado líquido|чистая"
                    + " прибыль|净利润|净盈亏");
        put(
                n,
                Role.GROSS_PNL,
                "pnl|p&l|p/l|profit|gross pnl|gross p&l|gross profit|gross"
                    + " p/l|result|gain|gain/loss|profit loss|gewinn|"
                    + "gewinn/verlust|g/v|ergebnis|résultat|gain/perte|profit/perte|beneficio|ganancia|resultado|profitto|utile|winst|"
                    + "lucro|прибыль|результат|盈亏|利润|収益|損益|손익");
        put(
                n,
                Role.CURRENCY,
                "currency|ccy|price currency|quote currency|quote asset|settlement"
                        + " currency|währung|devise|divisa|moneda|valuta|moeda|валюта|币种|货币|通貨|통화");
        put(
                n,
                Role.MULTIPLIER,
                "multiplier|point value|contract size|contract multiplier|value per point|tick"
                        + " value multiplier|punktwert");
        put(
                n,
                Role.STOP,
                "stop|stop loss|sl|s/l|stop price|initial stop|stoploss|stopp|stop verlust|стоп"
                        + " лосс|止损");
        put(
                n,
                Role.TAKE_PROFIT,
                "take profit|tp|t/p|target|target price|profit target|takeprofit|тейк профит|止盈");
        put(n, Role.WORST, "mae|drawdown|max adverse excursion|adverse excursion|max drawdown");
        put(
                n,
                Role.BEST,
                "mfe|run up|runup|max favorable excursion|favorable excursion|max profit");
        put(n, Role.EFFECT, "open/close|effect|position effect|o/c|pos effect|openclose|开平");
        put(
                n,
                Role.EXIT_REASON,
                "exit reason|close reason|reason|exit type|exit signal|closed by|exit name|cierre"
                        + " motivo");
        put(
                n,
                Role.ID,
                "trade id|execution id|exec id|fill id|transaction id|deal"
                    + " id|deal|tradeid|execid|id|txid|ticket|transaktionsnummer|ausführungsnummer|成交编号|成交号");
        put(
                n,
                Role.ORDER,
                "order id|orderid|order no|order number|order|order ref id|client order"
                        + " id|ordernummer|订单号|委托编号");
        put(
                n,
                Role.BOT,
                "bot|bot name|strategy|strategy name|strategy"
                    + " id|algo|algorithm|system|expert|expert advisor|ea|magic|magic number|order"
                    + " ref|order"
                    + " reference|orderref|robot|strategie|stratégie|estrategia|strategia|робот|стратегия|策略|전략");
        put(
                n,
                Role.ACCOUNT,
                "account|account id|account name|account number|portfolio|subaccount|sub"
                        + " account|wallet|konto|depot|compte|cuenta|"
                        + "conto|rekening|conta|счет|счёт|账户|口座|계좌");
        put(
                n,
                Role.TAG,
                "tag|comment|comments|note|notes|label|signal|setup|entry name|entry"
                        + " tag|text|name|kommentar|bemerkung|commentaire|"
                        + "comentario|commento|opmerking|comentário|комментарий|备注");
        return n;
    }

    /// How far from the surest of a role's own names a column's name is; [Integer#MAX_VALUE] where it is none of them.
    static int rank(Role role, String column) {
        List<String> names = NAMES.getOrDefault(role, List.of());
        int at = names.indexOf(plain(column));
        at = at < 0 ? names.indexOf(parted(column)) : at;
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /// Whether a name says that its numbers run on from row to row, or are of the account.
    static boolean saysRunning(String column) {
        return RUNNING.matcher(plain(column)).find();
    }

    /// Whether a name is that of a realised result in money.
    static boolean saysResult(String column) {
        boolean named =
                Math.max(score(Role.NET_PNL, column), score(Role.GROSS_PNL, column)) == 100
                        || REALISED.matcher(plain(column)).matches();
        return named && !saysRunning(column) && !saysNoMoney(column);
    }

    /// Whether a name says that its numbers are no price and no quantity of a trade, whatever they look like.
    static boolean saysNeither(String column) {
        return NEITHER.matcher(parted(column)).find();
    }

    /// Whether a name says that it is of an order rather than of what was filled.
    static boolean saysOrder(String column) {
        return OF_AN_ORDER.matcher(parted(column)).find();
    }

    /// Whether a name says that its side is that of the order that closed.
    static boolean saysClosing(String column) {
        return CLOSING.matcher(parted(column)).find();
    }

    /// Whether a name says that its numbers are no money: shares, distances, multiples of the risk.
    static boolean saysNoMoney(String column) {
        return NO_MONEY.matcher(column.toLowerCase(Locale.ROOT)).find();
    }

    /// Whether a name says that its numbers are money: `Size (USDT)`, `Amount $`.
    static boolean saysMoney(String column) {
        return MONEY.matcher(column).find();
    }

    /// Whether a name is that of the currency or coin in which costs are charged.
    static boolean isCostCurrency(String column) {
        return COST_CURRENCY.matcher(plain(column)).matches();
    }

    /// Whether a name is that of the purchase, which of a short trade is the exit.
    static boolean isPurchase(String column) {
        return ColumnRef.of(column).isPurchase();
    }

    /// Whether a name is that of the sale, which of a short trade is the entry.
    static boolean isSale(String column) {
        return ColumnRef.of(column).isSale();
    }

    /// Whether a name is one of those of times, whosesoever.
    static boolean isTime(String column) {
        return score(Role.TIME, column) == 100
                || score(Role.ENTRY_TIME, column) == 100
                || score(Role.EXIT_TIME, column) == 100;
    }

    /// Whether the name of a column of results says outright that it is before or after costs; “Profit” alone does not.
    static boolean saysCosts(String name) {
        return SAYS_COSTS.matcher(plain(name)).find();
    }

    private static void put(Map<Role, List<String>> names, Role role, String all) {
        List<String> list = new ArrayList<>();
        for (String name : all.split("\\|")) {
            list.add(plain(name));
        }
        names.put(role, list);
    }
}
