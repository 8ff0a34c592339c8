package credence.imports.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cost that a program wrote as an object into one cell: `{'cost': 4.5, 'currency': 'USDT'}`, as ccxt gives fees.
final class CostObject {

    private static final Pattern COST =
            Pattern.compile(
                    "[\"'](?:cost|amount|fee)[\"']\\s*:\\s*[\"']?(-?[\\d.]+(?:[eE]-?\\d+)?)");
    private static final Pattern CURRENCY =
            Pattern.compile(
                    "[\"'](?:currency|asset|coin)[\"']\\s*:\\s*[\"']([A-Za-z0-9]{2,10})[\"']");

    private CostObject() {}

    /// The cost as a number with its coin behind it; any other cell as it is.
    static String plain(String cell) {
        if (!cell.startsWith("{")) {
            return cell;
        }
        Matcher cost = COST.matcher(cell);
        if (!cost.find()) {
            return cell;
        }
        String amount = cost.group(1);
        if (cost.find()) {
            return cell; // several, and which is meant cannot be told
        }
        Matcher currency = CURRENCY.matcher(cell);
        return currency.find() ? amount + " " + currency.group(1) : amount;
    }
}
