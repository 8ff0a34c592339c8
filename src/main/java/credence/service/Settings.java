package credence.service;

import credence.core.belief.BeliefParameters;
import credence.core.brain.Configuration;
import credence.core.brain.WeightBase;
import credence.core.fact.RowKey;
import credence.core.ledger.FeeProfile;
import credence.core.ledger.MatchingMethod;
import credence.core.regime.MarketParameters;
import credence.core.regime.Thresholds;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The settings there are: names, defaults, what is allowed, and the configuration they make.
final class Settings {

    static final String SAMPLE = "ui.sample";
    private static final String UI = "ui.";
    private static final String ALIAS = "symbol.alias.";
    private static final String BOT_NAME = "bot.name.";
    private static final String MULTIPLIER = "multiplier.";
    private static final String SOURCE = "source.";
    private static final String FEES = "fees.";
    private static final String PER_UNIT = ".per_unit";
    private static final String PER_FILL = ".per_fill";
    private static final String PERCENT = ".percent";
    private static final String FEE_CURRENCY = ".currency";
    private static final String BASE_CURRENCY = "base_currency";
    private static final String THRESHOLDS = "regimes.thresholds";
    private static final String DIMENSION = "regimes.dimension";
    private static final String BENCHMARK = "market.benchmark";
    private static final BigDecimal MOST_FEE = new BigDecimal("1000000");

    /// What the trader's own part of a name is, by the family.
    private static final Map<String, String> OWN =
            Map.of(ALIAS, "SYMBOL", MULTIPLIER, "SYMBOL", SOURCE, "BOT", FEES, "ACCOUNT");

    private static final int LONGEST_UI = 20_000;

    /// One kind of setting.
    ///
    /// @param name the whole name, or a prefix when `family`
    /// @param ending what names of the family end with, or empty
    record Definition(
            String name,
            boolean family,
            String ending,
            String defaultValue,
            String kind,
            String description,
            String allowed,
            Predicate<String> accepts) {

        Definition(
                String name,
                boolean family,
                String defaultValue,
                String kind,
                String description,
                String allowed,
                Predicate<String> accepts) {
            this(name, family, "", defaultValue, kind, description, allowed, accepts);
        }

        /// The name, with a word in capitals where a name of the trader's own stands.
        String shown() {
            return family ? name + OWN.getOrDefault(name, "NAME") + ending : name;
        }

        boolean names(String setting) {
            return family
                    ? setting.startsWith(name)
                            && setting.endsWith(ending)
                            && setting.length() > name.length() + ending.length()
                    : name.equals(setting);
        }
    }

    private static final BeliefParameters B = BeliefParameters.DEFAULT;

    private static final List<Definition> DEFINITIONS =
            List.of(
                    number(
                            "costs.assumedBpsPerSide",
                            5,
                            0,
                            1000,
                            "Cost assumed where a file states none, in basis points of turnover a"
                                    + " side"),
                    number(
                            "belief.halfLifeOutcomes",
                            B.halfLifeOutcomes(),
                            1,
                            100_000,
                            "After how many later outcomes of a bot evidence counts half"),
                    number(
                            "belief.halfLifeDays",
                            B.halfLifeDays(),
                            1,
                            100_000,
                            "After how many days evidence counts half"),
                    number(
                            "belief.hazard",
                            B.hazard(),
                            1e-6,
                            0.5,
                            "Chance of a change in a bot before any outcome"),
                    number(
                            "belief.priorMean",
                            B.priorMean(),
                            0.01,
                            0.99,
                            "Accuracy expected of a bot nobody knows"),
                    number(
                            "belief.priorStrength",
                            B.priorStrength(),
                            0.1,
                            1000,
                            "How many outcomes that expectation is worth"),
                    number(
                            "belief.priorClasses",
                            B.priorClasses(),
                            0,
                            1000,
                            "How many bots the expectation weighs against the fleet's own record"),
                    choice(
                            "weights.base",
                            "edge",
                            "What the advised weight rests on: the probability of an edge, or"
                                    + " accuracy × confidence",
                            "edge",
                            "belief"),
                    choice(
                            "ledger.matching",
                            "fifo",
                            "Which open lot a closing fill meets",
                            "fifo",
                            "lifo",
                            "average"),
                    new Definition(
                            "seed",
                            false,
                            "1",
                            "configuration",
                            "Seed of all draws of chance",
                            "a whole number",
                            v -> v.matches("-?\\d{1,18}")),
                    new Definition(
                            ALIAS,
                            true,
                            "",
                            "configuration",
                            "Canonical symbol of another spelling: symbol.alias.XBT = BTC",
                            "a symbol",
                            v -> !v.isBlank()),
                    new Definition(
                            BOT_NAME,
                            true,
                            "",
                            "configuration",
                            "Name to use for a bot that a source calls otherwise: bot.name.EA_17 ="
                                    + " Breakout",
                            "a name",
                            v -> !v.isBlank()),
                    new Definition(
                            MULTIPLIER,
                            true,
                            "",
                            "configuration",
                            "Money per point, of all contracts of a root or of one: multiplier.ES ="
                                    + " 50, multiplier.ESH6 = 50",
                            "a number above 0, written out (0.01, not 1e-2)",
                            Settings::positive),
                    new Definition(
                            SOURCE,
                            true,
                            "",
                            "configuration",
                            "What kind of evidence a bot's rows are: source.Breakout = live",
                            "live, paper or backtest",
                            v -> List.of("live", "paper", "backtest").contains(v)),
                    fee(
                            PER_UNIT,
                            "What an account is charged for each unit or contract of a fill, where"
                                    + " its files state no costs: fees.main.per_unit = 0.62"),
                    fee(
                            PER_FILL,
                            "What an account is charged for each fill, where its files state no"
                                    + " costs"),
                    fee(
                            PERCENT,
                            "What an account is charged in percent of quantity × price × multiplier"
                                    + " of a fill, where its files state no costs"),
                    new Definition(
                            FEES,
                            true,
                            FEE_CURRENCY,
                            "",
                            "configuration",
                            "Currency of an account's fees per unit and fill; default: that of the"
                                    + " trade",
                            "a currency such as USD",
                            Settings::currency),
                    new Definition(
                            BASE_CURRENCY,
                            false,
                            "",
                            "configuration",
                            "Currency of totals over trades in several currencies, by the rates you"
                                    + " import",
                            "a currency such as USD",
                            Settings::currency),
                    choice(
                            THRESHOLDS,
                            "relative",
                            "What the regimes of four and seven compare a market with: its own"
                                    + " past, or the same figures for every market",
                            "relative",
                            "absolute"),
                    choice(
                            DIMENSION,
                            "2",
                            "What the five regimes are read from: 1 the return of each day, 2 its"
                                    + " range too",
                            "1",
                            "2"),
                    new Definition(
                            BENCHMARK,
                            false,
                            "",
                            "configuration",
                            "Symbol whose bars stand for the whole market, such as SPY or BTCUSDT:"
                                    + " situations say how closely others follow it",
                            "a symbol",
                            Settings::symbol),
                    choicePreference("theme", "system", "Light or dark", "system", "light", "dark"),
                    choicePreference(
                            "colors.profitLoss",
                            "blue-orange",
                            "Colours of profit and loss",
                            "blue-orange",
                            "green-red"),
                    new Definition(
                            "display.zone",
                            false,
                            "UTC",
                            "preference",
                            "Time zone of times on screen",
                            "a zone such as Europe/Berlin or +02:00",
                            Settings::zone));

    private Settings() {}

    /// Every setting with its value, families only where one is set.
    static List<Setting> all(SortedMap<String, String> stored) {
        List<Setting> out = new ArrayList<>();
        for (Definition d : DEFINITIONS) {
            if (d.family()) {
                stored.tailMap(d.name())
                        .forEach(
                                (name, value) -> {
                                    if (d.names(name)) {
                                        out.add(setting(d, name, value));
                                    }
                                });
            } else {
                out.add(setting(d, d.name(), stored.getOrDefault(d.name(), d.defaultValue())));
            }
        }
        return out;
    }

    /// The families, each under its pattern, such as `fees.ACCOUNT.per_fill`.
    static List<Setting> families() {
        return DEFINITIONS.stream()
                .filter(Definition::family)
                .map(d -> setting(d, d.shown(), d.defaultValue()))
                .toList();
    }

    static Setting setting(Definition d, String name, String value) {
        return new Setting(name, value, d.defaultValue(), d.kind(), d.description(), d.allowed());
    }

    static Optional<Definition> find(String name) {
        if (name.startsWith(UI) && name.length() > UI.length()) {
            return Optional.of(
                    new Definition(
                            name,
                            false,
                            "",
                            "preference",
                            "What the window remembers",
                            "text",
                            v -> v.length() <= LONGEST_UI));
        }
        return DEFINITIONS.stream().filter(d -> d.names(name)).findFirst();
    }

    static List<String> names() {
        return DEFINITIONS.stream().map(Definition::shown).toList();
    }

    static Configuration configuration(Map<String, String> s) {
        BeliefParameters belief =
                new BeliefParameters(
                        number(s, "belief.halfLifeOutcomes", B.halfLifeOutcomes()),
                        number(s, "belief.halfLifeDays", B.halfLifeDays()),
                        number(s, "belief.hazard", B.hazard()),
                        B.longestRun(),
                        number(s, "belief.priorMean", B.priorMean()),
                        number(s, "belief.priorStrength", B.priorStrength()),
                        number(s, "belief.priorClasses", B.priorClasses()),
                        B.confidenceScale(),
                        B.rClamp(),
                        B.versionCarryOver());
        SortedMap<Symbol, Symbol> aliases = new TreeMap<>();
        SortedMap<BotId, BotId> bots = new TreeMap<>();
        SortedMap<Symbol, BigDecimal> multipliers = new TreeMap<>();
        SortedMap<BotId, SourceClass> sources = new TreeMap<>();
        SortedMap<AccountId, FeeProfile> fees = new TreeMap<>();
        s.forEach(
                (name, value) -> {
                    if (name.startsWith(ALIAS)) {
                        aliases.put(Symbol.of(name.substring(ALIAS.length())), Symbol.of(value));
                    } else if (name.startsWith(BOT_NAME)) {
                        bots.put(new BotId(name.substring(BOT_NAME.length())), new BotId(value));
                    } else if (name.startsWith(MULTIPLIER)) {
                        multipliers.put(
                                Symbol.of(name.substring(MULTIPLIER.length())),
                                new BigDecimal(value));
                    } else if (name.startsWith(SOURCE)) {
                        sources.put(
                                new BotId(name.substring(SOURCE.length())),
                                SourceClass.valueOf(value.toUpperCase(Locale.ROOT)));
                    } else if (name.startsWith(FEES)) {
                        int dot = name.lastIndexOf('.');
                        AccountId account = new AccountId(name.substring(FEES.length(), dot));
                        fees.put(
                                account,
                                charged(
                                        fees.getOrDefault(account, FeeProfile.NOTHING),
                                        name.substring(dot),
                                        value));
                    }
                });
        return new Configuration(
                        belief,
                        number(s, "costs.assumedBpsPerSide", 5),
                        WeightBase.valueOf(
                                s.getOrDefault("weights.base", "edge").toUpperCase(Locale.ROOT)),
                        MatchingMethod.valueOf(
                                s.getOrDefault("ledger.matching", "fifo").toUpperCase(Locale.ROOT)),
                        Long.parseLong(s.getOrDefault("seed", "1")),
                        aliases,
                        bots,
                        multipliers,
                        sources)
                .withMoney(fees, Optional.ofNullable(s.get(BASE_CURRENCY)).map(CurrencyCode::new))
                .withMarket(
                        new MarketParameters(
                                Thresholds.valueOf(
                                        s.getOrDefault(THRESHOLDS, "relative")
                                                .toUpperCase(Locale.ROOT)),
                                Integer.parseInt(s.getOrDefault(DIMENSION, "2")),
                                Optional.ofNullable(s.get(BENCHMARK))
                                        .map(Symbol::of)
                                        .map(b -> aliases.getOrDefault(b, b))));
    }

    private static boolean symbol(String value) {
        try {
            return !Symbol.of(value).name().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static FeeProfile charged(FeeProfile p, String ending, String value) {
        if (ending.equals(FEE_CURRENCY)) {
            return new FeeProfile(
                    p.perUnit(), p.perFill(), p.percent(), Optional.of(new CurrencyCode(value)));
        }
        // One spelling for equal amounts, so that equal profiles are one configuration.
        BigDecimal amount = new BigDecimal(RowKey.canonical(new BigDecimal(value)));
        return switch (ending) {
            case PER_UNIT -> new FeeProfile(amount, p.perFill(), p.percent(), p.currency());
            case PER_FILL -> new FeeProfile(p.perUnit(), amount, p.percent(), p.currency());
            default -> new FeeProfile(p.perUnit(), p.perFill(), amount, p.currency());
        };
    }

    private static Definition fee(String ending, String description) {
        return new Definition(
                FEES,
                true,
                ending,
                "",
                "configuration",
                description,
                "a number, negative for a rebate",
                Settings::decimal);
    }

    private static boolean decimal(String value) {
        try {
            return new BigDecimal(value).abs().compareTo(MOST_FEE) <= 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean currency(String value) {
        return value.matches("[A-Za-z0-9]{2,12}");
    }

    private static double number(Map<String, String> s, String name, double fallback) {
        String value = s.get(name);
        return value == null ? fallback : Double.parseDouble(value);
    }

    private static Definition number(
            String name, double fallback, double low, double high, String description) {
        return new Definition(
                name,
                false,
                plain(fallback),
                "configuration",
                description,
                "a number from " + plain(low) + " to " + plain(high),
                v -> {
                    try {
                        double x = v.length() > 40 ? Double.NaN : new BigDecimal(v).doubleValue();
                        return x >= low && x <= high;
                    } catch (NumberFormatException _) {
                        return false;
                    }
                });
    }

    private static String plain(double x) {
        return BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
    }

    private static Definition choice(
            String name, String fallback, String description, String... allowed) {
        return new Definition(
                name,
                false,
                fallback,
                "configuration",
                description,
                String.join(", ", allowed),
                List.of(allowed)::contains);
    }

    private static Definition choicePreference(
            String name, String fallback, String description, String... allowed) {
        return new Definition(
                name,
                false,
                fallback,
                "preference",
                description,
                String.join(", ", allowed),
                List.of(allowed)::contains);
    }

    /// Written out: an exponent could ask for a thousand million digits.
    private static boolean positive(String value) {
        return value.matches("\\d{1,12}(\\.\\d{1,12})?") && new BigDecimal(value).signum() > 0;
    }

    private static boolean zone(String value) {
        try {
            ZoneId.of(value);
            return true;
        } catch (java.time.DateTimeException _) {
            return false;
        }
    }
}
