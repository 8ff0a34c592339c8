package credence.core.value;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A futures contract as the spelling of a symbol names it: its root, with a month and a year or the mark of a continuous series.
///
/// `ESH6`, `ESH26`, `ESH2026`, `ES H6`, `ES 03-26`, `ES MAR26`, `ES1!`, `ES ##-##`, `ES=F`, `/ES`, `@ES`, `/ESH26:XCME`, `CME_MINI:ES1!`,
/// `ESH6.CME`, `CON.F.US.EP.H26`. A bare root is none: ES is a share too. Month letters are those of the exchanges, F for January to Z
/// for December.
///
/// @param root without month and year, 1 to 5 letters and digits
/// @param year as written, 0 where none is
/// @param yearDigits how many digits of the year are written: 0, 1, 2 or 4
public record ContractCode(String root, Spelling spelling, int year, int yearDigits) {

    /// How far a spelling can be trusted.
    public enum Spelling {
        /// Nothing else is written so.
        MARKED,
        /// Root, letter of the month, year: the shape of some shares and indices too.
        CODE,
        /// Root, month and year in four digits, as left of `ES 03-26` without its separators.
        DIGITS
    }

    /// Shares and indices of exactly the shape of a contract: Henkel, Porsche, Sixt, Jungheinrich, MAN, Nordex, Adesso, Uniper in
    /// Frankfurt; indices named after how many they hold.
    private static final Set<String> OTHERS =
            Set.of(
                    "HEN3", "PAH3", "SIX2", "SIX3", "JUN3", "MAN3", "NDX1", "ADN1", "UN01", "AEX25",
                    "NETH25", "SPAIN35", "IBEX35", "DAX30", "DAX40", "MDAX50", "OMX30", "OMXS30",
                    "TSX60", "DJ30", "HK50", "HK33", "UK50", "EU50", "CN50", "CHN50", "EUSTX50",
                    "STOX50", "STOXX50", "ESTX50", "HSI50");

    private static final String ROOT = "(?<root>[A-Z0-9]{1,5}?)";
    private static final String MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC";

    private static final Pattern SUFFIX =
            Pattern.compile(
                    "(?:[.-](?:X?CME|CBOT|XCBT|X?NYMEX|XNYM|X?COMEX|XCEC|X?EUREX|XEUR|GLOBEX|CFE|ICE|FUT)|"
                        + " (?:INDEX|COMDTY|CURNCY))$");
    private static final Pattern MARKED =
            Pattern.compile(
                    ROOT
                            + "(?: (?:0?[1-9]|1[0-2])-(?<dash>\\d{2})| ?(?:"
                            + MONTHS
                            + ")[ -]?(?<word>\\d{2}|20\\d{2})|\\d!|=F|(?: ##-##|####))");
    private static final Pattern CODE =
            Pattern.compile(ROOT + " ?[FGHJKMNQUVXZ](?<year>\\d{1,2}|20\\d{2})");
    private static final Pattern DIGITS =
            Pattern.compile(
                    "(?<root>(?=[A-Z0-9]{0,3}[A-Z])[A-Z0-9]{1,4}?)(?:0[1-9]|1[0-2])(?<year>\\d{2})");
    private static final Pattern CQG =
            Pattern.compile(
                    "(?:CON\\.)?F\\.[A-Z]{2}\\.(?<root>[A-Z0-9]{1,5})"
                            + "(?:\\.[FGHJKMNQUVXZ](?<year>\\d{1,2}))?");

    /// Reads a source's spelling or a canonical symbol.
    public static Optional<ContractCode> of(String symbol) {
        String s = symbol.strip().toUpperCase(Locale.ROOT);
        int colon = s.indexOf(':');
        if (colon >= 0) {
            // /ESU26:XCME has the exchange behind, CME_MINI:ES1! in front.
            s = s.startsWith("/") ? s.substring(0, colon) : s.substring(colon + 1);
        }
        boolean marked = s.startsWith("/") || s.startsWith("@");
        s = SUFFIX.matcher(marked ? s.substring(1) : s).replaceFirst("");
        if (s.isEmpty() || s.length() > 24 || OTHERS.contains(s)) {
            return Optional.empty();
        }
        Matcher m = CQG.matcher(s);
        if (m.matches()) {
            return Optional.of(code(m, Spelling.MARKED, m.group("year")));
        }
        m = MARKED.matcher(s);
        if (m.matches()) {
            String dash = m.group("dash");
            return Optional.of(code(m, Spelling.MARKED, dash == null ? m.group("word") : dash));
        }
        m = CODE.matcher(s);
        if (m.matches()) {
            return Optional.of(code(m, marked ? Spelling.MARKED : Spelling.CODE, m.group("year")));
        }
        if (marked && s.matches("[A-Z0-9]{1,5}")) {
            return Optional.of(new ContractCode(s, Spelling.MARKED, 0, 0));
        }
        m = DIGITS.matcher(s);
        return m.matches()
                ? Optional.of(code(m, Spelling.DIGITS, m.group("year")))
                : Optional.empty();
    }

    private static ContractCode code(Matcher m, Spelling spelling, @Nullable String year) {
        return year == null
                ? new ContractCode(m.group("root"), spelling, 0, 0)
                : new ContractCode(
                        m.group("root"), spelling, Integer.parseInt(year), year.length());
    }

    /// What a setting for a symbol is named after: the root of a contract, else the symbol.
    public static String family(String symbol) {
        return of(symbol).map(ContractCode::root).orElse(symbol);
    }

    /// Whether a contract of this year trades in a given one: it ends in that year or at most so many later. One digit is the first
    /// year that ends in it.
    public boolean trades(int inYear, int yearsAhead) {
        int ahead =
                switch (yearDigits) {
                    case 0 -> 0;
                    case 1 -> Math.floorMod(year - inYear, 10);
                    case 2 -> 2000 + year - inYear;
                    default -> year - inYear;
                };
        return ahead >= 0 && ahead <= yearsAhead;
    }
}
