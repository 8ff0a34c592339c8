package credence.imports.mapping;

import credence.core.value.CurrencyCode;
import credence.imports.NumberStyle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of a cell with the letters and signs around it: `€150.25`, `R$ 1.234,50`, `0.00065BTC`, `10K`, `0.1%`.
///
/// @param value with K and M multiplied out; in per cent as it is written
/// @param unit the currency or coin, where its name or sign means only one
/// @param sign a sign of several currencies: `$`, `¥`, `kr`; empty for none
/// @param shortened whether K or M stood behind it
/// @param percent whether it is in per cent
/// @param word what stands beside it and is neither; empty for none
record CellAmount(
        BigDecimal value,
        Optional<CurrencyCode> unit,
        String sign,
        boolean shortened,
        boolean percent,
        String word) {

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("€", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("₹", "INR"),
                    Map.entry("₿", "BTC"),
                    Map.entry("₺", "TRY"),
                    Map.entry("₽", "RUB"),
                    Map.entry("₩", "KRW"),
                    Map.entry("₪", "ILS"),
                    Map.entry("฿", "THB"),
                    Map.entry("₱", "PHP"),
                    Map.entry("R$", "BRL"),
                    Map.entry("US$", "USD"),
                    Map.entry("A$", "AUD"),
                    Map.entry("AU$", "AUD"),
                    Map.entry("C$", "CAD"),
                    Map.entry("CA$", "CAD"),
                    Map.entry("NZ$", "NZD"),
                    Map.entry("HK$", "HKD"),
                    Map.entry("S$", "SGD"),
                    Map.entry("MX$", "MXN"),
                    Map.entry("NT$", "TWD"),
                    Map.entry("Rs", "INR"),
                    Map.entry("zł", "PLN"),
                    Map.entry("Kč", "CZK"),
                    Map.entry("Ft", "HUF"),
                    Map.entry("Fr", "CHF"),
                    Map.entry("SFr", "CHF"));

    private static final Map<String, BigDecimal> SCALES =
            Map.of(
                    "K", BigDecimal.valueOf(1_000),
                    "k", BigDecimal.valueOf(1_000),
                    "M", BigDecimal.valueOf(1_000_000),
                    "Mio", BigDecimal.valueOf(1_000_000),
                    "mio", BigDecimal.valueOf(1_000_000),
                    "mln", BigDecimal.valueOf(1_000_000));

    /// The number stands between its first and last digit.
    private static final Pattern PARTS =
            Pattern.compile("(\\D*?)((?:(?<!\\p{L})[.,])?\\d(?:.*\\d)?[.,]?)(\\D*)");

    private static final Pattern WORD = Pattern.compile("\\p{L}{1,3}\\$|\\p{L}+|\\p{Sc}");

    /// A cell with nothing but the number.
    static CellAmount plain(BigDecimal value) {
        return new CellAmount(value, Optional.empty(), "", false, false, "");
    }

    /// @param coins whether a word in capitals that is no common coin is one all the same, since the row trades it
    /// @throws NumberFormatException when there is no number in it
    static CellAmount of(String text, NumberStyle style, Predicate<String> coins) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new NumberFormatException("no number");
        }
        List<String> words = new ArrayList<>();
        String before = without(parts.group(1), words);
        String after = without(parts.group(3), words);
        boolean percent = after.contains("%");
        BigDecimal value =
                style.read(
                        (before + parts.group(2) + after.replace("%", "")).replaceAll("^ +", ""));
        if (value == null) {
            throw new NumberFormatException("no number");
        }
        CellAmount amount = plain(value);
        for (String word : words) {
            amount = amount.with(word, coins);
        }
        return new CellAmount(
                amount.value, amount.unit, amount.sign, amount.shortened, percent, amount.word);
    }

    /// The signs around a number without the words between them.
    private static String without(String around, List<String> words) {
        Matcher m = WORD.matcher(around);
        while (m.find()) {
            words.add(m.group());
        }
        return m.reset().replaceAll("").replaceAll("(?<=^|\\s)\\.|\\.(?=\\s|$)", "").strip();
    }

    private CellAmount with(String written, Predicate<String> coins) {
        String code = written.toUpperCase(Locale.ROOT);
        BigDecimal scale = SCALES.get(written);
        if (scale != null && !shortened) {
            return new CellAmount(value.multiply(scale), unit, sign, true, percent, word);
        }
        if (written.equals("$") || written.equals("¥") || written.equalsIgnoreCase("kr")) {
            String shared = written.toLowerCase(Locale.ROOT);
            return sign.isEmpty()
                    ? new CellAmount(value, unit, shared, shortened, percent, word)
                    : other(written);
        }
        String known = SIGNS.get(written);
        if (known == null
                && !written.equals("GBp")
                && (Coins.isCurrency(code) || Coins.isCoin(code) || coins.test(code))) {
            known = code; // GBp are pence
        }
        if (known == null || unit.isPresent()) {
            return other(written);
        }
        return new CellAmount(
                value, Optional.of(new CurrencyCode(known)), sign, shortened, percent, word);
    }

    private CellAmount other(String written) {
        return new CellAmount(
                value, unit, sign, shortened, percent, word.isEmpty() ? written : word);
    }
}
