package credence.core.ledger;

import credence.core.fact.Rate;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The user's dated rates: what an amount of one currency is worth in another on a day of UTC.
///
/// The rate of the day counts, else the latest one of the seven days before it (weekends, holidays); never a later one. A pair is
/// looked up as it is, then the other way round, then through one third currency that has a rate with both, the first by name.
/// Results are rounded to 34 significant digits where a division does not end. Immutable.
public final class Rates {

    /// For so many days a rate serves when no later one is known.
    public static final int DAYS = 7;

    public static final Rates NONE = new Rates(new TreeMap<>(), "");

    private final SortedMap<
                    CurrencyCode, SortedMap<CurrencyCode, NavigableMap<LocalDate, BigDecimal>>>
            byPair;
    private final String hash;

    private Rates(
            SortedMap<CurrencyCode, SortedMap<CurrencyCode, NavigableMap<LocalDate, BigDecimal>>>
                    byPair,
            String hash) {
        this.byPair = byPair;
        this.hash = hash;
    }

    /// @param rates at most one for a day and pair
    public static Rates of(Collection<Rate> rates) {
        if (rates.isEmpty()) {
            return NONE;
        }
        SortedMap<CurrencyCode, SortedMap<CurrencyCode, NavigableMap<LocalDate, BigDecimal>>>
                pairs = new TreeMap<>();
        for (Rate r : rates) {
            pairs.computeIfAbsent(r.from(), _ -> new TreeMap<>())
                    .computeIfAbsent(r.to(), _ -> new TreeMap<>())
                    .put(r.date(), Exact.canonical(r.rate()));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            pairs.forEach(
                    (from, others) ->
                            others.forEach(
                                    (to, days) ->
                                            days.forEach(
                                                    (day, rate) ->
                                                            digest.update(
                                                                    (from
                                                                                    + " "
                                                                                    + to
                                                                                    + " "
                                                                                    + day
                                                                                    + " "
                                                                                    + rate
                                                                                            .toPlainString()
                                                                                    + "\n")
                                                                            .getBytes(
                                                                                    StandardCharsets
                                                                                            .UTF_8)))));
            return new Rates(pairs, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public boolean isEmpty() {
        return byPair.isEmpty();
    }

    /// What an amount is worth in another currency at a moment; empty when no rate is near enough.
    public Optional<BigDecimal> convert(Money money, CurrencyCode to, Instant at) {
        if (money.currency().equals(to)) {
            return Optional.of(money.amount());
        }
        if (money.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Optional<BigDecimal> straight = onePair(money.amount(), money.currency(), to, day);
        if (straight.isPresent()) {
            return straight;
        }
        for (CurrencyCode third : partners(money.currency()).keySet()) {
            Optional<BigDecimal> there = onePair(money.amount(), money.currency(), third, day);
            Optional<BigDecimal> on =
                    there.isEmpty() ? there : onePair(there.get(), third, to, day);
            if (on.isPresent()) {
                return on;
            }
        }
        return Optional.empty();
    }

    private SortedMap<CurrencyCode, Boolean> partners(CurrencyCode of) {
        SortedMap<CurrencyCode, Boolean> partners = new TreeMap<>();
        byPair.forEach(
                (from, others) -> {
                    if (from.equals(of)) {
                        others.keySet().forEach(to -> partners.put(to, true));
                    } else if (others.containsKey(of)) {
                        partners.put(from, true);
                    }
                });
        return partners;
    }

    private Optional<BigDecimal> onePair(
            BigDecimal amount, CurrencyCode from, CurrencyCode to, LocalDate day) {
        return rate(from, to, day)
                .map(rate -> Exact.canonical(amount.multiply(rate)))
                .or(
                        () ->
                                rate(to, from, day)
                                        .map(
                                                rate ->
                                                        Exact.canonical(
                                                                amount.divide(
                                                                        rate,
                                                                        MathContext.DECIMAL128))));
    }

    private Optional<BigDecimal> rate(CurrencyCode from, CurrencyCode to, LocalDate day) {
        SortedMap<CurrencyCode, NavigableMap<LocalDate, BigDecimal>> others = byPair.get(from);
        NavigableMap<LocalDate, BigDecimal> days = others == null ? null : others.get(to);
        Map.Entry<LocalDate, BigDecimal> latest = days == null ? null : days.floorEntry(day);
        return latest == null || latest.getKey().isBefore(day.minusDays(DAYS))
                ? Optional.empty()
                : Optional.of(latest.getValue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rates rates && rates.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /// Fingerprint of the content; empty without rates.
    @Override
    public String toString() {
        return hash;
    }
}
