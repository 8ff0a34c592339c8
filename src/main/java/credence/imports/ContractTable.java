package credence.imports;

import credence.core.value.CurrencyCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Credence's table of common futures: what a point of price is worth a contract, each row with the source of its contract unit.
///
/// Knows a contract under the spellings of the platforms: `MNQ 09-26`, `MNQ SEP26`, `MNQM6`, `MNQM26`, `/MNQ`, `/MNQU26:XCME`,
/// `MNQ1!`, `CME_MINI:MNQ1!`, `MNQ`, `F.US.MNQ`, `CON.F.US.MNQ.U25`. Anything else is unknown, never guessed.
public final class ContractTable {

    /// @param root of the symbol, without month and year
    public record Contract(String root, BigDecimal multiplier, CurrencyCode currency) {}

    private static final String RESOURCE = "contracts.csv";
    private static final String MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC";

    /// Root, then the contract's month in one of its spellings.
    private static final Pattern DATED =
            Pattern.compile(
                    "([A-Z0-9]{1,5}?)(?: ?\\d{1,2}-\\d{2}| ?(?:"
                            + MONTHS
                            + ")[ -]?\\d{2,4}| ?[FGHJKMNQUVXZ](?:\\d{1,2}|20\\d{2})|\\d!| ##-##)?");

    private static final Pattern CQG =
            Pattern.compile(
                    "(?:CON\\.)?F\\.[A-Z]{2}\\.([A-Z0-9]{1,5})(?:\\.[FGHJKMNQUVXZ]\\d{1,2})?");

    private final Map<String, Contract> byRoot;

    private ContractTable(Map<String, Contract> byRoot) {
        this.byRoot = Map.copyOf(byRoot);
    }

    /// The table that comes with the program.
    public static ContractTable standard() {
        Map<String, Contract> contracts = new HashMap<>();
        try (InputStream in = ContractTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(l -> !l.startsWith("#") && !l.startsWith("root,") && !l.isBlank())
                    .map(l -> l.split(",", 4))
                    .forEach(
                            c ->
                                    contracts.put(
                                            c[0],
                                            new Contract(
                                                    c[0],
                                                    new BigDecimal(c[1]),
                                                    new CurrencyCode(c[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ContractTable(contracts);
    }

    /// The contract that a symbol names.
    public Optional<Contract> find(String symbol) {
        String s = symbol.strip().toUpperCase(Locale.ROOT);
        int colon = s.indexOf(':');
        if (colon >= 0) {
            // /ESU26:XCME has the exchange behind, CME_MINI:ES1! in front.
            s = s.startsWith("/") ? s.substring(0, colon) : s.substring(colon + 1);
        }
        if (s.startsWith("/") || s.startsWith("@")) {
            s = s.substring(1);
        }
        if (s.startsWith("CM.")) {
            s = s.substring(3); // WealthCharts
        }
        Matcher cqg = CQG.matcher(s);
        if (cqg.matches()) {
            s = cqg.group(1);
        }
        Contract whole = byRoot.get(s);
        if (whole != null) {
            return Optional.of(whole);
        }
        Matcher m = DATED.matcher(s);
        return m.matches() ? Optional.ofNullable(byRoot.get(m.group(1))) : Optional.empty();
    }

    /// The contract of a root, as written there.
    Optional<Contract> root(String root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    /// Money per point a contract; unknown when the symbol is not in the table.
    public Multiplier multiplier(String symbol) {
        return find(symbol).map(c -> Multiplier.ofTable(c.multiplier())).orElse(Multiplier.UNKNOWN);
    }
}
