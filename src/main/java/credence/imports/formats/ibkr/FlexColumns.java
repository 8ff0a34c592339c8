package credence.imports.formats.ibkr;

import credence.imports.Header;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Where the fields of a Flex query are: the trader picks them, and the CSV spells them otherwise than the XML
/// (`Buy/Sell` and `buySell`, `CurrencyPrimary` and `currency`), as do trade confirmations (`execID`, `price`, `commission`).
final class FlexColumns {

    private final Map<String, Integer> places = new HashMap<>();

    FlexColumns(Header header) {
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(key(header.name(i)), i);
        }
    }

    /// Letters and digits in lower case.
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// The first of the fields that the query has; −1 for none.
    int at(String... names) {
        for (String name : names) {
            Integer place = places.get(name);
            if (place != null) {
                return place;
            }
        }
        return -1;
    }

    boolean has(String... names) {
        return at(names) >= 0;
    }

    /// Whether the rows under this header are executions and their repeats.
    boolean trades() {
        return has("quantity")
                && has("tradeprice", "price")
                && has("buysell", "ibcommission", "tradeid", "ibexecid", "iborderid", "execid")
                && !has("deliveredreceived", "markprice", "unbccommission");
    }

    /// Whether a row is the header of some section: values never are such names.
    boolean header() {
        return has(
                "clientaccountid",
                "currencyprimary",
                "assetclass",
                "tradeprice",
                "levelofdetail",
                "buysell",
                "ibcommissioncurrency");
    }
}
