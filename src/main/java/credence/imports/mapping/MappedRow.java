package credence.imports.mapping;

import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.SymbolWorth;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.service.port.ImportOptions;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.Signs;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of a mapped file after the other, as a fill or a trade.
final class MappedRow {

    /// A currency in the name of a column: in brackets, or the last word.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:[(\\[]|\\b)(USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|HKD|SGD|CNY|INR|BRL|MXN|ZAR|TRY|ILS|KRW|USDT|USDC)(?:[)\\]]|$)");

    private static final Pattern COIN = Pattern.compile("[A-Z0-9]{2,10}");

    /// `BTC/USDT`, `BTC-USDT`, `ETH_BTC`, `EUR-USD`, with the contract behind it: `ETH/BTC:BTC`, `BTC-USDT-SWAP`.
    private static final Pattern PAIR =
            Pattern.compile("([A-Z0-9]{2,12})([/_:-])([A-Z0-9]{3,5})(?:[:-][A-Z0-9]+)*");

    /// What is counted in pieces may say so.
    private static final Set<String> PIECES =
            Set.of(
                    "share",
                    "shares",
                    "sh",
                    "shs",
                    "unit",
                    "units",
                    "contract",
                    "contracts",
                    "ct",
                    "cts",
                    "pcs",
                    "coin",
                    "coins",
                    "stk",
                    "stück",
                    "aktien",
                    "actions",
                    "titres",
                    "azioni",
                    "titoli",
                    "acciones",
                    "x");

    private static final Set<Role> PRICES =
            EnumSet.of(
                    Role.PRICE,
                    Role.ENTRY_PRICE,
                    Role.EXIT_PRICE,
                    Role.STOP,
                    Role.TAKE_PROFIT,
                    Role.MULTIPLIER);

    private static final Set<Role> COSTS =
            EnumSet.of(Role.COMMISSION, Role.FEES, Role.OTHER_FEES, Role.FUNDING);

    /// Columns whose money is in the currency of the row.
    private static final List<Role> IN_CURRENCY =
            List.of(Role.PRICE, Role.ENTRY_PRICE, Role.EXIT_PRICE, Role.NET_PNL, Role.GROSS_PNL);

    /// Numbers without which no row is read.
    private static final Set<Role> NEEDED = EnumSet.of(Role.PRICE, Role.ENTRY_PRICE);

    /// Costs from which on a result before and one after them are apart for certain.
    private static final BigDecimal LEAST_COSTS = new BigDecimal("0.05");

    private static final Pattern RATE =
            Pattern.compile("(?i)%|\\b(rate|per ?cent|percentage|pct|satz|prozent|taux)\\b");

    private static final int MOST_NAMED = 5;

    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

    private final Cells cells;
    private final NumberStyle numbers;
    private final Map<Role, Integer> columns;
    private final Signs signs;
    private final SideWords words;
    private final Owners owners;
    private final ImportOptions options;
    private final SourceClass usual;
    private final Tally tally;
    private final List<Integer> unmapped;
    private final List<String> names;
    private final Optional<CurrencyCode> inNames;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, BigDecimal> foreign = new TreeMap<>();
    private final SymbolWorth worth = new SymbolWorth();
    private final BoughtAndSold named;
    private int atOnce;
    private final Map<String, InCurrency> bySymbol = new HashMap<>();

    /// Column of the coin in which costs are charged; −1 where the file has none.
    private final int costCurrency;

    private @Nullable StatedAmounts amounts;
    private final Map<String, BigDecimal> byAmounts = new TreeMap<>();
    private int results = -1;

    /// Of the fill being read.
    private Instant time = Instant.EPOCH;

    private long foreignCosts;
    private long otherPnl;
    private long againstSide;
    private int firstAgainst;

    MappedRow(
            Cells cells,
            NumberStyle numbers,
            Map<Role, Integer> columns,
            Signs signs,
            Owners owners,
            ImportOptions options,
            SourceClass usual,
            Tally tally,
            List<Integer> unmapped,
            List<String> names) {
        this.cells = cells;
        this.numbers = numbers;
        this.columns = columns;
        this.signs = signs;
        this.words = new SideWords(signs);
        this.owners = owners;
        this.options = options;
        this.usual = usual;
        this.tally = tally;
        this.unmapped = unmapped;
        this.names = names;
        this.inNames = inNames();
        this.named = BoughtAndSold.of(this::column, columns);
        this.costCurrency =
                unmapped.stream()
                        .filter(c -> c < names.size() && Synonyms.isCostCurrency(names.get(c)))
                        .findFirst()
                        .orElse(-1);
    }

    /// What a point is worth by what the file states that fills cost in all.
    void stated(StatedAmounts by) {
        amounts = by;
    }

    /// @param column of what closing fills made; −1 for none
    void stated(int column) {
        results = column;
    }

    void at(Row next) {
        foreign.clear();
        cells.at(next);
    }

    /// Why the row is rightly no trade: money paid in, a cancelled order, nothing filled; null when it is to be read.
    @Nullable String notATrade() {
        String side = text(Role.SIDE);
        if (SideWords.isNoTrade(side) && words.of(side) == null) {
            return "no trade (" + side.toLowerCase(Locale.ROOT) + ")";
        }
        String quantity = text(Role.QUANTITY);
        try {
            BigDecimal value = quantity.isEmpty() ? null : numbers.read(quantity);
            return value != null && value.signum() == 0 ? "nothing was filled" : null;
        } catch (NumberFormatException _) {
            return null; // refused with its reason when it is read
        }
    }

    FillDraft fill(TimeColumn times) throws RefusedRow {
        time = times.read(text(Role.TIME), cells.line());
        SideWords.Meaning side = side();
        BigDecimal quantity = quantity(side.side());
        BigDecimal price = amount(Role.PRICE);
        FillDraft draft =
                new FillDraft(
                        cells.line(),
                        owners.of(clues(time)),
                        time,
                        symbol(),
                        side.side(),
                        new Quantity(quantity),
                        new Price(price));
        CurrencyCode currency = currency(time);
        draft.effect(effect(side.effect()))
                .commission(cost(Role.COMMISSION, currency, price))
                .fees(fees(currency, price))
                .funding(cost(Role.FUNDING, currency, price))
                .currency(currency)
                .multiplier(multiplier(time))
                .stop(price(Role.STOP))
                .tag(text(Role.TAG))
                .source(owners.source(usual));
        BigDecimal made = results < 0 ? null : Column.number(cells.text(results), List.of(numbers));
        if (made != null) {
            draft.stated(made.toPlainString(), ResultBasis.UNSAID);
        }
        String id = id();
        draft.id(id);
        String order = text(Role.ORDER);
        if (id.isEmpty() && !order.isEmpty()) {
            draft.identifiedBy(order);
        }
        draft.extra("order_id", order);
        draft.extra("execution_id", id);
        if (!foreign.isEmpty()) {
            draft.extra(
                    Extra.FEE,
                    String.join(
                            " + ",
                            foreign.values().stream().map(BigDecimal::toPlainString).toList()));
            draft.extra(Extra.FEE_CURRENCY, String.join(" + ", foreign.keySet()));
        }
        for (int column : unmapped) {
            draft.extra(names.get(column), cells.text(column));
        }
        return draft;
    }

    TradeDraft trade(TimeColumn entries, TimeColumn exits) throws RefusedRow {
        Instant entry = entries.read(text(Role.ENTRY_TIME), cells.line());
        boolean byOrder = isSideOfOrder();
        Side side = byOrder ? Side.BUY : side().side();
        BigDecimal quantity = quantity(side);
        BigDecimal in = amount(Role.ENTRY_PRICE);
        Direction direction = side == Side.BUY ? Direction.LONG : Direction.SHORT;
        String exitTime = text(Role.EXIT_TIME);
        BigDecimal out = optional(Role.EXIT_PRICE);
        Instant end = null;
        if (!exitTime.isEmpty() && out != null) {
            end = exits.read(exitTime, cells.line());
            if (byOrder && end.isBefore(entry)) {
                direction = Direction.SHORT;
            }
            atOnce += byOrder && direction == Direction.LONG && end.equals(entry) ? 1 : 0;
            if (direction == Direction.SHORT && soldFirst(entry, end, in, out)) {
                BigDecimal bought = in;
                in = out;
                out = bought;
                if (named.times()) {
                    Instant last = entry;
                    entry = end;
                    end = last;
                }
            }
        } else if (!exitTime.isEmpty() || (out != null && out.signum() != 0)) {
            throw cells.refuse(
                    columns.getOrDefault(exitTime.isEmpty() ? Role.EXIT_TIME : Role.EXIT_PRICE, -1),
                    "The exit has a time or a price, but not both.",
                    "Fill in the missing one; leave both empty for a trade that is still open.");
        }
        TradeDraft draft =
                new TradeDraft(
                        cells.line(),
                        owners.of(clues(entry)),
                        symbol(),
                        direction,
                        new Quantity(quantity),
                        entry,
                        new Price(in));
        CurrencyCode currency = currency(entry);
        Multiplier multiplier = multiplier(entry);
        draft.currency(currency)
                .multiplier(multiplier)
                .stop(price(Role.STOP))
                .takeProfit(price(Role.TAKE_PROFIT))
                .excursions(optional(Role.WORST), optional(Role.BEST))
                .source(owners.source(usual))
                .id(id());
        draft.extra("tag", text(Role.TAG));
        draft.extra("order_id", text(Role.ORDER));
        if (end != null && out != null) {
            draft.exit(end, new Price(out)).reason(reason());
            result(draft, currency, in, out, quantity, direction, multiplier);
        }
        for (int column : unmapped) {
            draft.extra(names.get(column), cells.text(column));
        }
        return draft;
    }

    /// Whether nothing but the order of purchase and sale says if a trade was long or short.
    private boolean isSideOfOrder() {
        return named.prices()
                && named.times()
                && !columns.containsKey(Role.SIDE)
                && !signs.signedQuantity();
    }

    private boolean soldFirst(Instant bought, Instant sold, BigDecimal in, BigDecimal out)
            throws RefusedRow {
        BigDecimal net = optional(Role.NET_PNL);
        return switch (named.ofShort(
                bought, sold, out.subtract(in), net == null ? optional(Role.GROSS_PNL) : net)) {
            case SOLD_FIRST -> true;
            case AS_MAPPED -> false;
            case UNTOLD ->
                    throw cells.refuse(
                            columns.getOrDefault(Role.ENTRY_PRICE, -1),
                            "The columns are those of purchase and sale, and this short trade does"
                                    + " not show which of the two came first.",
                            "Name the columns by entry and exit, give both times of day, or map"
                                    + " the column of the result.");
        };
    }

    /// The file's result after costs counts as it is; one before costs only when all of them are known, or when prices do not give it
    /// for want of what a point is worth.
    private void result(
            TradeDraft draft,
            CurrencyCode currency,
            BigDecimal in,
            BigDecimal out,
            BigDecimal quantity,
            Direction direction,
            Multiplier multiplier)
            throws RefusedRow {
        BigDecimal commission = cost(Role.COMMISSION, currency, in);
        BigDecimal fees = fees(currency, in);
        BigDecimal funding = cost(Role.FUNDING, currency, in);
        BigDecimal costs = sum(commission, fees, funding);
        BigDecimal gross = out.subtract(in).multiply(quantity).multiply(multiplier.value());
        if (direction == Direction.SHORT) {
            gross = gross.negate();
        }
        BigDecimal net = optional(Role.NET_PNL);
        BigDecimal before = optional(Role.GROSS_PNL);
        againstSide(gross, before != null ? before : net == null ? null : plus(net, costs));
        draft.costs(costs).columns(commission, fees, funding);
        BigDecimal told = net != null ? net : before;
        if (told != null && worth.unbooked(symbolName(), multiplier)) {
            draft.stated(
                    told.toPlainString(),
                    net != null ? ResultBasis.AFTER_COSTS : ResultBasis.BEFORE_COSTS);
        } else if (net != null) {
            contradicted(Role.NET_PNL, net, gross, before, costs);
            draft.netPnl(net);
            draft.stated(net.toPlainString(), ResultBasis.AFTER_COSTS);
            otherPnl += differs(net, costs == null ? gross : gross.subtract(costs)) ? 1 : 0;
        } else if (before != null) {
            contradicted(
                    Role.GROSS_PNL,
                    before,
                    costs == null ? gross : gross.subtract(costs),
                    null,
                    costs);
            draft.stated(before.toPlainString(), ResultBasis.BEFORE_COSTS);
            boolean other = differs(before, gross);
            draft.netPnl(costs == null ? (other ? before : null) : before.subtract(costs));
            otherPnl += other ? 1 : 0;
        }
    }

    /// A result that is to the cent what it would be were it the other of before and after costs, where the two are well apart.
    ///
    /// @param other what the result would be, were it the other one
    /// @param beside a column with the other one; null where there is none
    private void contradicted(
            Role role,
            BigDecimal stated,
            BigDecimal other,
            @Nullable BigDecimal beside,
            @Nullable BigDecimal costs)
            throws RefusedRow {
        if (costs == null || beside != null || costs.abs().compareTo(LEAST_COSTS) < 0) {
            return;
        }
        if (stated.subtract(other).abs().compareTo(HALF_CENT) <= 0) {
            boolean net = role == Role.NET_PNL;
            throw cells.refuse(
                    columns.getOrDefault(role, -1),
                    "The mapping says that this is the result "
                            + (net ? "after" : "before")
                            + " costs, but by prices and costs it is the one "
                            + (net ? "before them." : "after them."),
                    "Map the column as "
                            + (net ? "gross-pnl" : "net-pnl")
                            + ", or correct the row if the others are as mapped.");
        }
    }

    /// Both columns of fees together.
    private @Nullable BigDecimal fees(CurrencyCode currency, BigDecimal price) throws RefusedRow {
        return sum(cost(Role.FEES, currency, price), cost(Role.OTHER_FEES, currency, price));
    }

    /// Notes a gain before costs where the price moved against the side, or a loss where it moved for it.
    private void againstSide(BigDecimal gross, @Nullable BigDecimal before) {
        if (before != null
                && before.signum() * gross.signum() < 0
                && before.abs().compareTo(HALF_CENT) > 0) {
            againstSide++;
            firstAgainst = firstAgainst == 0 ? cells.line() : firstAgainst;
        }
    }

    private static BigDecimal plus(BigDecimal net, @Nullable BigDecimal costs) {
        return costs == null ? net : net.add(costs);
    }

    private static boolean differs(BigDecimal stated, BigDecimal computed) {
        BigDecimal bound =
                new BigDecimal("0.01").max(computed.abs().multiply(new BigDecimal("0.001")));
        return stated.subtract(computed).abs().compareTo(bound) > 0;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal... parts) {
        BigDecimal sum = null;
        for (BigDecimal part : parts) {
            if (part != null) {
                sum = sum == null ? part : sum.add(part);
            }
        }
        return sum;
    }

    private Clues clues(Instant time) {
        return Clues.NONE
                .bot(text(Role.BOT))
                .account(text(Role.ACCOUNT))
                .tag(text(Role.TAG))
                .symbol(text(Role.SYMBOL))
                .time(time);
    }

    private SideWords.Meaning side() throws RefusedRow {
        String word = text(Role.SIDE);
        if (!word.isEmpty()) {
            SideWords.Meaning meaning = words.of(word);
            if (meaning == null) {
                throw cells.refuse(
                        columns.getOrDefault(Role.SIDE, -1),
                        "This word says neither bought nor sold.",
                        "Write Buy or Sell there, or add the word to the words for bought or sold"
                                + " in the mapping.");
            }
            return meaning;
        }
        if (!signs.signedQuantity()) {
            throw cells.refuse(
                    columns.getOrDefault(Role.SIDE, -1),
                    "The row does not say whether it bought or sold.",
                    "Fill it in, or say in the mapping that quantities carry signs.");
        }
        return new SideWords.Meaning(
                amount(Role.QUANTITY).signum() < 0 ? Side.SELL : Side.BUY, PositionEffect.UNKNOWN);
    }

    private BigDecimal quantity(Side side) throws RefusedRow {
        BigDecimal quantity = amount(Role.QUANTITY);
        if (quantity.signum() < 0 && side == Side.BUY) {
            throw cells.refuse(
                    columns.getOrDefault(Role.QUANTITY, -1),
                    "The quantity is negative in a row that bought.",
                    "Check which columns are mapped to side and quantity.");
        }
        return quantity.abs();
    }

    private PositionEffect effect(PositionEffect ofSide) {
        String key = text(Role.EFFECT).toLowerCase(Locale.ROOT);
        if (key.startsWith("open") || key.equals("o") || key.equals("to open")) {
            return PositionEffect.OPEN;
        }
        if (key.startsWith("close") || key.equals("c") || key.equals("to close")) {
            return PositionEffect.CLOSE;
        }
        return ofSide;
    }

    private ExitReason reason() {
        String key =
                " "
                        + text(Role.EXIT_REASON).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ")
                        + " ";
        if (key.isBlank()) {
            return ExitReason.UNKNOWN;
        }
        boolean profit =
                key.contains(" tp ") || key.contains(" take profit ") || key.contains(" target ");
        boolean loss =
                key.contains(" sl ") || key.contains(" stop loss ") || key.contains(" stoploss ");
        if (profit != loss) {
            return profit ? ExitReason.TP : ExitReason.SL;
        }
        if (key.contains(" time ") || key.contains(" timeout ")) {
            return ExitReason.TIME;
        }
        return key.contains(" manual ") ? ExitReason.MANUAL : ExitReason.SIGNAL;
    }

    private Symbol symbol() throws RefusedRow {
        return owners.symbol(text(Role.SYMBOL), cells.line(), column(Role.SYMBOL));
    }

    private Multiplier multiplier(Instant time) throws RefusedRow {
        BigDecimal stated = optional(Role.MULTIPLIER);
        BigDecimal byAmount = amounts == null ? null : amounts.worth(text(Role.SYMBOL));
        if (stated == null && byAmount != null) {
            byAmounts.put(symbolName(), byAmount);
            return Multiplier.ofFile(byAmount);
        }
        if (stated == null) {
            return worth.of(symbolName(), time, stated());
        }
        if (stated.signum() <= 0) {
            throw cells.refuse(
                    columns.getOrDefault(Role.MULTIPLIER, -1),
                    "The number must be above zero.",
                    "Correct it, or do not map this column.");
        }
        return Multiplier.ofFile(stated);
    }

    /// By the row, the signs of its prices and results included (`49.62 EUR`, `£20`), else by the names of its columns of money, else by
    /// `--currency`, else that of the contract, else US dollars, and the import says so.
    private CurrencyCode currency(Instant time) throws RefusedRow {
        return stated().or(() -> worth.currency(symbolName(), time)).orElseGet(owners::assumed);
    }

    /// @throws RefusedRow when cells of one row are in several currencies, or those of one symbol are
    private Optional<CurrencyCode> stated() throws RefusedRow {
        Written written = written(IN_CURRENCY);
        String own = text(Role.CURRENCY);
        Optional<CurrencyCode> told =
                own.isEmpty()
                        ? written.unit().or(() -> inNames).or(() -> owners.stated(""))
                        : owners.stated(own);
        told = told.or(this::quoteCoin);
        if (told.isEmpty() && !written.sign().isEmpty()) {
            told = ofSign(written);
        }
        if (told.isEmpty()) {
            told = written(List.copyOf(COSTS)).unit().filter(c -> Coins.isCurrency(c.code()));
        }
        if (told.isPresent()) {
            against(written, told.get());
        }
        return told;
    }

    /// The currency and the shared sign that stand in cells of a row.
    ///
    /// @param column of the cell that says it; −1 for none
    private record Written(Optional<CurrencyCode> unit, String sign, int column) {}

    private Written written(List<Role> roles) throws RefusedRow {
        Optional<CurrencyCode> unit = Optional.empty();
        String sign = "";
        int column = -1;
        for (Role role : roles) {
            String text = text(role);
            if (isPlain(text)) {
                continue;
            }
            CellAmount amount = amount(role, CostObject.plain(text));
            if (amount == null || (amount.unit().isEmpty() && amount.sign().isEmpty())) {
                continue;
            }
            boolean other =
                    (unit.isPresent() && amount.unit().isPresent() && !unit.equals(amount.unit()))
                            || (!sign.isEmpty()
                                    && !amount.sign().isEmpty()
                                    && !sign.equals(amount.sign()));
            if (other && !COSTS.contains(role)) {
                throw cells.refuse(
                        columns.getOrDefault(role, -1),
                        "Prices and results of this row are in two currencies: also “"
                                + cells.text(column)
                                + "”.",
                        "Map only columns in the currency of the price; leave out the result that"
                                + " was converted.");
            }
            unit = unit.or(amount::unit);
            sign = sign.isEmpty() ? amount.sign() : sign;
            column = columns.getOrDefault(role, -1);
        }
        return new Written(unit, sign, column);
    }

    /// What a sign that several currencies share means where nothing else says it.
    private Optional<CurrencyCode> ofSign(Written written) throws RefusedRow {
        return switch (written.sign()) {
            case "$" -> Optional.of(CurrencyCode.USD);
            case "¥" -> Optional.of(new CurrencyCode("JPY"));
            default ->
                    throw cells.refuse(
                            written.column(),
                            "“"
                                    + written.sign()
                                    + "” may be Swedish, Norwegian, Danish or Icelandic crowns.",
                            "Say which with --currency SEK (or NOK, DKK, ISK).");
        };
    }

    private void against(Written written, CurrencyCode told) throws RefusedRow {
        boolean other =
                written.unit().filter(u -> !u.equals(told)).isPresent()
                        || (!written.sign().isEmpty()
                                && !Coins.mayMean(written.sign(), told.code()));
        if (other) {
            throw cells.refuse(
                    written.column(),
                    "The cell is in another currency than "
                            + told.code()
                            + ", which the row is in.",
                    "Correct the currency of the row, or the sign in the cell.");
        }
        if (written.column() < 0) {
            return;
        }
        InCurrency first =
                bySymbol.computeIfAbsent(symbolName(), _ -> new InCurrency(told, cells.line()));
        if (!first.currency().equals(told)) {
            throw cells.refuse(
                    written.column(),
                    symbolName()
                            + " is in "
                            + told.code()
                            + " here and in "
                            + first.currency().code()
                            + " in line "
                            + first.line()
                            + ".",
                    "Correct the sign, or give the two listings two names in the column of"
                            + " symbols.");
        }
    }

    private record InCurrency(CurrencyCode currency, int line) {}

    /// The one currency that the names of columns of money name: `Price (EUR)`.
    private Optional<CurrencyCode> inNames() {
        SortedSet<String> codes = new TreeSet<>();
        for (Role role : IN_CURRENCY) {
            Matcher m = NAMED.matcher(column(role));
            if (m.find()) {
                codes.add(m.group(1));
            } else if (column(role).contains("€")) {
                codes.add("EUR");
            } else if (column(role).contains("£")) {
                codes.add("GBP");
            }
        }
        return codes.size() == 1 ? Optional.of(new CurrencyCode(codes.first())) : Optional.empty();
    }

    private @Nullable Price price(Role role) throws RefusedRow {
        BigDecimal value = optional(role);
        return value == null || value.signum() == 0 ? null : new Price(value);
    }

    /// A cost, positive is paid. In the coin that was traded it is valued at the row's own price; in a third coin nobody here
    /// knows its worth, so it is kept beside and stays unstated.
    private @Nullable BigDecimal cost(Role role, CurrencyCode currency, BigDecimal price)
            throws RefusedRow {
        String text = CostObject.plain(text(role));
        if (text.isEmpty()) {
            return null;
        }
        CellAmount amount = amount(role, text);
        if (amount == null) {
            return null;
        }
        BigDecimal charged = amount.value();
        if (amount.percent()) {
            charged = charged.movePointLeft(2).multiply(price).multiply(turned());
        }
        BigDecimal paid = signs.negativeCosts() ? charged.negate() : charged;
        Optional<CurrencyCode> in =
                amount.unit().or(this::costCurrency).or(() -> ofCost(amount.sign(), currency));
        if (in.isEmpty() || in.get().equals(currency) || paid.signum() == 0) {
            return paid;
        }
        String unit = in.get().code();
        if (symbolName().startsWith(unit)) {
            return paid.multiply(price);
        }
        foreignCosts++;
        foreign.merge(unit, paid, BigDecimal::add);
        return null;
    }

    /// The coin that a column beside the costs names.
    private Optional<CurrencyCode> costCurrency() {
        String code = cells.text(costCurrency).toUpperCase(Locale.ROOT);
        return COIN.matcher(code).matches()
                ? Optional.of(new CurrencyCode(code))
                : Optional.empty();
    }

    /// Units of money per point of price that the row turned over.
    private BigDecimal turned() throws RefusedRow {
        return amount(Role.QUANTITY).abs().multiply(multiplier(time).value());
    }

    /// What a shared sign beside a cost means: the row's currency if it may, else dollars or yen.
    private static Optional<CurrencyCode> ofCost(String sign, CurrencyCode currency) {
        return sign.isEmpty() || Coins.mayMean(sign, currency.code())
                ? Optional.empty()
                : Optional.of(
                        new CurrencyCode(
                                sign.equals("$") ? "USD" : sign.equals("¥") ? "JPY" : "SEK"));
    }

    /// The coin or currency that a pair is priced in, where it is written in two parts. Results of forex trades are in the account's
    /// currency, so there the pair tells nothing.
    private Optional<CurrencyCode> quoteCoin() {
        Matcher m = PAIR.matcher(symbolName());
        if (!m.matches() || !Coins.isPair(m.group(1), m.group(3), m.group(2).charAt(0))) {
            return Optional.empty();
        }
        boolean forex = Coins.isCurrency(m.group(1)) && Coins.isCurrency(m.group(3));
        boolean results = columns.containsKey(Role.NET_PNL) || columns.containsKey(Role.GROSS_PNL);
        return forex && results ? Optional.empty() : Optional.of(new CurrencyCode(m.group(3)));
    }

    private String symbolName() {
        String stated = text(Role.SYMBOL).toUpperCase(Locale.ROOT);
        return stated.isEmpty() ? options.symbol().map(Symbol::name).orElse("") : stated;
    }

    private String id() throws RefusedRow {
        String id = text(Role.ID);
        if (id.isEmpty()) {
            return "";
        }
        String key = text(Role.ACCOUNT) + '\u0000' + text(Role.BOT) + '\u0000' + id;
        Integer first = ids.putIfAbsent(key, cells.line());
        if (first != null) {
            throw cells.refuse(
                    columns.getOrDefault(Role.ID, -1),
                    "The row in line " + first + " has the same id, so it is no id of one row.",
                    "Map this column as the order's id instead.");
        }
        return id;
    }

    private BigDecimal amount(Role role) throws RefusedRow {
        BigDecimal value = optional(role);
        if (value == null) {
            throw cells.refuse(
                    columns.getOrDefault(role, -1),
                    "The number is missing.",
                    "Fill in the cell, or export the file again.");
        }
        return value;
    }

    private @Nullable BigDecimal optional(Role role) throws RefusedRow {
        String text = text(role);
        if (text.isEmpty()) {
            return null;
        }
        CellAmount amount = amount(role, text);
        return amount == null ? null : amount.value();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%'
                    || Character.isLetter(c)
                    || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                return false;
            }
        }
        return true;
    }

    private @Nullable CellAmount amount(Role role, String text) throws RefusedRow {
        int column = columns.getOrDefault(role, -1);
        CellAmount amount;
        try {
            if (isPlain(text)) {
                BigDecimal plain = numbers.read(text);
                return plain == null ? null : CellAmount.plain(plain);
            }
            amount = CellAmount.of(text, numbers, this::isTraded);
        } catch (IllegalArgumentException _) {
            throw cells.refuse(
                    column,
                    "This is not a number.",
                    NEEDED.contains(role)
                            ? "Correct the number in the file."
                            : "Correct the number in the file, or leave the cell empty if there is"
                                    + " none.");
        }
        boolean pieces =
                role == Role.QUANTITY && PIECES.contains(amount.word().toLowerCase(Locale.ROOT));
        if (!amount.word().isEmpty() && !pieces) {
            throw cells.refuse(
                    column,
                    "“" + amount.word() + "” beside the number is no currency and no coin.",
                    "Write the number out in full, with a code such as EUR or USDT if it is money,"
                            + " and without any word if it is not.");
        }
        if (amount.shortened() && PRICES.contains(role)) {
            throw cells.refuse(
                    column,
                    "A price in thousands or millions is rounded.",
                    "Write the price out in full.");
        }
        if (amount.percent() && isRate(role)) {
            return amount;
        }
        if (amount.percent() && COSTS.contains(role)) {
            throw cells.refuse(
                    column,
                    "A cost in per cent, and the file does not say of what.",
                    "If it is a share of price × quantity, call the column “"
                            + column(role)
                            + " rate %”; else write the cost itself, or empty the column.");
        }
        if (amount.percent()) {
            throw cells.refuse(
                    column,
                    "This is a share in per cent, where " + role.words() + " is a number.",
                    "Map the column that holds the number itself, or leave this one out.");
        }
        Optional<CurrencyCode> unit = amount.unit();
        if (role == Role.QUANTITY
                && (!amount.sign().isEmpty()
                        || unit.filter(u -> !symbolName().startsWith(u.code())).isPresent())) {
            throw cells.refuse(
                    column,
                    "This is an amount of money, not how much was traded.",
                    "Map the column with the number of units, or write that number here.");
        }
        return amount;
    }

    /// Whether the column's name says that its costs are a share of the turnover; only fills have one turnover.
    private boolean isRate(Role role) {
        return COSTS.contains(role)
                && columns.containsKey(Role.PRICE)
                && RATE.matcher(column(role)).find();
    }

    /// A coin is known by the row that trades it, however new it is.
    private boolean isTraded(String code) {
        return code.length() > 1 && (symbolName().startsWith(code) || symbolName().endsWith(code));
    }

    private String text(Role role) {
        Integer column = columns.get(role);
        return column == null ? "" : cells.text(column);
    }

    private String column(Role role) {
        Integer column = columns.get(role);
        return column == null || column >= names.size() ? "" : names.get(column);
    }

    /// Says what was found on the way.
    void notes() {
        if (atOnce > 0) {
            tally.note(
                    (atOnce == 1 ? "1 trade was" : atOnce + " trades were")
                            + " bought and sold at the same moment, and no column says whether long"
                            + " or short: taken as long. What was made is the same either way.");
        }
        if (foreignCosts > 0) {
            tally.note(
                    foreignCosts
                            + " costs are in another coin or currency than their row and could not"
                            + " be valued; those costs are unknown, not zero.");
        }
        if (otherPnl > 0) {
            tally.note(
                    otherPnl
                            + " results that the file states are not price difference times"
                            + " quantity. If these are futures or lots, map a column with the money"
                            + " per point; the file's results count.");
        }
        if (againstSide > 0) {
            tally.note(
                    againstSide
                            + (againstSide == 1 ? " result is" : " results are")
                            + " a gain where the price moved against the side, or a loss where it"
                            + " moved for it, first in line "
                            + firstAgainst
                            + ". The file's results count; check whether the side is that of the"
                            + " entry.");
        }
        if (!byAmounts.isEmpty()) {
            tally.note(
                    "By the amounts that the file states, a point is worth "
                            + String.join(
                                    ", ",
                                    byAmounts.entrySet().stream()
                                            .limit(MOST_NAMED)
                                            .map(
                                                    e ->
                                                            e.getValue().toPlainString()
                                                                    + " for "
                                                                    + e.getKey())
                                            .toList())
                            + (byAmounts.size() > MOST_NAMED ? " and so on." : "."));
        }
        worth.notes(tally);
        if (worth.sawSpot() && otherPnl == 0) {
            tally.note(
                    "Where a symbol is not written like a future, one point of price was taken as"
                            + " one unit of money. If it is one, map a column with the money per"
                            + " point.");
        }
    }
}
