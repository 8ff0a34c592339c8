package credence.service;

import credence.core.fact.ResultBasis;
import credence.core.packed.IntColumn;
import credence.core.packed.LongColumn;
import credence.core.packed.PackedInput;
import credence.core.packed.PackedOutput;
import credence.core.packed.Words;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Trades in some 130 bytes each instead of 800; every one is made anew when it is asked for.
///
/// One thread adds; when it is done, many may read.
final class PackedTrades {

    private static final int CHUNK = 1 << 18;
    private static final Pattern TWO_KEYS = Pattern.compile("[0-9a-f]{32}/[0-9a-f]{32}");
    private static final int HALF = 16;
    private static final ResultBasis[] BASES = ResultBasis.values();
    private static final int NO_RUNG = -1;
    private static final int NO_R = -2;
    private static final int NO_MARKET = -1;

    private final Words<String> words = new Words<>();
    private final PackedOutput out = new PackedOutput();
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;

    /// Chunk and place in it, by trade.
    private final LongColumn places = new LongColumn();

    /// Bits of R, by trade: it is known after the trade.
    private final LongColumn rs = new LongColumn();

    /// The measure of risk as a word, by trade; −1 for none, −2 for neither measure nor R, and −3 less the word for a measure without R.
    private final IntColumn rungs = new IntColumn();

    /// What was known of the market at entry, by trade; −1 for nothing. Trades of one bar share it.
    private final IntColumn markets = new IntColumn();

    private final Words<EntryMarket> known = new Words<>();
    private @Nullable PointWorths worths;

    /// From now on trades say who told what their points are worth.
    void worths(PointWorths who) {
        worths = who;
    }

    int size() {
        return places.size();
    }

    /// @return its number
    int add(TradeView trade) {
        places.add(packed(trade));
        rs.add(0);
        rungs.add(NO_R);
        markets.add(market(trade));
        int number = size() - 1;
        learned(number, trade.r(), trade.rung());
        return number;
    }

    /// Puts another trade in place of one.
    void replace(int number, TradeView trade) {
        places.set(number, packed(trade));
        markets.set(number, market(trade));
        learned(number, trade.r(), trade.rung());
    }

    /// What a trade's outcome taught, once it has.
    void learned(int number, @Nullable Double r, @Nullable String rung) {
        rs.set(number, Double.doubleToRawLongBits(r == null ? 0 : r));
        int measure = rung == null ? NO_RUNG : words.number(rung);
        rungs.set(number, r != null ? measure : rung == null ? NO_R : NO_R - 1 - measure);
    }

    private int market(TradeView trade) {
        return trade.market().equals(EntryMarket.unknown(trade.entryTime()))
                ? NO_MARKET
                : known.number(trade.market());
    }

    TradeView get(int number) {
        TradeView bare = bare(number);
        int market = markets.get(number);
        TradeView whole = market == NO_MARKET ? bare : bare.with(known.word(market));
        PointWorths who = worths;
        return who == null ? whole : who.on(whole);
    }

    private TradeView bare(int number) {
        long place = places.get(number);
        PackedInput in = new PackedInput(chunks.get((int) (place >>> Integer.SIZE)), (int) place);
        int rung = rungs.get(number);
        int word = rung >= 0 ? rung : rung < NO_R ? NO_R - 1 - rung : NO_RUNG;
        String id = id(in);
        String bot = word(in);
        String account = word(in);
        String symbol = word(in);
        String side = word(in);
        BigDecimal quantity = in.decimal();
        Instant entry = in.instant();
        return new TradeView(
                id,
                bot,
                account,
                symbol,
                side,
                quantity,
                entry,
                in.decimal(),
                in.flag() ? in.instant() : null,
                decimal(in),
                decimal(in),
                decimal(in),
                decimal(in),
                word(in),
                rung >= NO_RUNG ? (Double) Double.longBitsToDouble(rs.get(number)) : null,
                word < 0 ? null : words.word(word),
                word(in),
                word(in),
                in.flag(),
                in.flag(),
                evidence(in),
                EntryMarket.unknown(entry));
    }

    private long packed(TradeView t) {
        out.clear();
        id(t.id());
        word(t.bot());
        word(t.account());
        word(t.symbol());
        word(t.side());
        out.decimal(t.quantity());
        out.instant(t.entryTime());
        out.decimal(t.entryPrice());
        Instant exit = t.exitTime();
        out.flag(exit != null);
        if (exit != null) {
            out.instant(exit);
        }
        decimal(t.exitPrice());
        decimal(t.grossPnl());
        decimal(t.costs());
        decimal(t.netPnl());
        word(t.currency());
        word(t.exitReason());
        word(t.source());
        out.flag(t.open());
        out.flag(t.unmatched());
        evidence(t.evidence());
        if (used + out.length() > chunk.length) {
            chunk = new byte[Math.max(out.length(), Math.min(CHUNK, 2 * chunk.length + 4096))];
            chunks.add(chunk);
            used = 0;
        }
        out.copyTo(chunk, used);
        long place = (long) (chunks.size() - 1) << Integer.SIZE | used;
        used += out.length();
        return place;
    }

    private void evidence(TradeEvidence e) {
        boolean any = !e.equals(TradeEvidence.NONE);
        out.flag(any);
        if (!any) {
            return;
        }
        decimal(e.points());
        decimal(e.multiplier());
        decimal(e.commission());
        decimal(e.fees());
        decimal(e.funding());
        out.flag(e.costsEstimated());
        out.flag(e.costsPartial());
        decimal(e.statedPnl());
        decimal(e.computedPnl());
        out.unsigned(e.statedIs().ordinal());
        out.unsigned(e.computedIs().ordinal());
        out.flag(e.differs());
        Money net = e.netInBase();
        out.flag(net != null);
        if (net != null) {
            money(net);
        }
        String lots = e.closedLots();
        out.flag(lots != null);
        if (lots != null) {
            out.text(lots);
        }
        out.unsigned(e.uncountedFees().size());
        e.uncountedFees().forEach(this::money);
    }

    private void money(Money money) {
        out.decimal(money.amount());
        word(money.currency().code());
    }

    private Money money(PackedInput in) {
        return new Money(in.decimal(), new CurrencyCode(word(in)));
    }

    private TradeEvidence evidence(PackedInput in) {
        if (!in.flag()) {
            return TradeEvidence.NONE;
        }
        return new TradeEvidence(
                decimal(in),
                decimal(in),
                null, // asked for when the trade is
                decimal(in),
                decimal(in),
                decimal(in),
                in.flag(),
                in.flag(),
                decimal(in),
                decimal(in),
                BASES[in.number()],
                BASES[in.number()],
                in.flag(),
                in.flag() ? money(in) : null,
                in.flag() ? in.text() : null,
                fees(in));
    }

    private List<Money> fees(PackedInput in) {
        int count = in.number();
        List<Money> fees = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fees.add(money(in));
        }
        return List.copyOf(fees);
    }

    /// Two keys of 128 bits take 32 bytes instead of 66.
    private void id(String id) {
        boolean keys = TWO_KEYS.matcher(id).matches();
        out.flag(keys);
        if (!keys) {
            out.text(id);
            return;
        }
        for (int from : new int[] {0, HALF, 2 * HALF + 1, 3 * HALF + 1}) {
            out.fixed(Long.parseUnsignedLong(id, from, from + HALF, HALF));
        }
    }

    private static String id(PackedInput in) {
        if (!in.flag()) {
            return in.text();
        }
        StringBuilder id = new StringBuilder(4 * HALF + 1);
        for (int i = 0; i < 4; i++) {
            String digits = Long.toHexString(in.fixed());
            id.append("0".repeat(HALF - digits.length())).append(digits).append(i == 1 ? "/" : "");
        }
        return id.toString();
    }

    private void word(String text) {
        out.unsigned(words.number(text));
    }

    private String word(PackedInput in) {
        return words.word(in.number());
    }

    private void decimal(@Nullable BigDecimal number) {
        out.flag(number != null);
        if (number != null) {
            out.decimal(number);
        }
    }

    private static @Nullable BigDecimal decimal(PackedInput in) {
        return in.flag() ? in.decimal() : null;
    }
}
