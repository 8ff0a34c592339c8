package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.value.Price;
import credence.imports.Draft;
import credence.imports.RefusedRow;
import credence.imports.TradeDraft;

import java.math.BigDecimal;
import java.util.List;

/// Makes round trips of the deals of a MetaTrader 5 report that lists no positions.
final class Mt5Deals {

    private final Mt5Reading in;

    Mt5Deals(Mt5Reading in) {
        this.in = in;
    }

    void read(List<Deal> deals) {
        boolean netting =
                in.report.accountKind.contains("netting") || deals.stream().anyMatch(Deal::turns);
        DealPairs pairs = new DealPairs(netting, in.levels);
        for (Deal deal : DealPairs.inOrder(deals)) {
            try {
                pairs.add(deal);
            } catch (RefusedRow e) {
                in.tally.refuse(e.refusal());
            }
        }
        for (DealPairs.Pair p : pairs.pairs) {
            MtTrade t = p.trade();
            in.worth.add(
                    t.symbol(),
                    t.direction(),
                    t.lots(),
                    t.entryPrice(),
                    p.out().price(),
                    t.profit());
        }
        pairs.pairs.forEach(this::paired);
        for (DealPairs.Lot lot : pairs.open()) {
            left(lot);
        }
        unopened(pairs.unopened);
        if (pairs.uncertain > 0) {
            in.tally.note(
                    pairs.uncertain
                            + " closings could belong to several open positions; the oldest of the"
                            + " same size was taken. The results are the file's own all the same.");
        }
    }

    private void paired(DealPairs.Pair p) {
        MtTrade t = p.trade();
        try {
            String comment = p.in().comment();
            TradeDraft draft =
                    in.draft(t, p.in().line(), p.levels(), comment)
                            .exit(p.out().time(), new Price(p.out().price()))
                            .multiplier(in.worthOf(t, p.out().price()))
                            .extra("exit comment", p.out().comment());
            in.journal.add(named(t.result(draft), p.out(), p.in()));
            in.figures.add(t.direction(), t.net(), false);
        } catch (RefusedRow e) {
            in.tally.refuse(e.refusal());
            for (int i = 1; i < t.dataRows(); i++) {
                in.tally.skip("deal of a refused trade");
            }
        }
    }

    /// The numbers of an account's deals are unique; those of a test begin anew with each test.
    private TradeDraft named(TradeDraft draft, Deal deal, Deal opening) {
        Draft.numeric(opening.number()).ifPresent(draft::sequence);
        return in.tester ? draft : draft.id("deal " + deal.number());
    }

    private void left(DealPairs.Lot lot) {
        MtTrade t =
                new MtTrade(
                        lot.in.line(),
                        lot.rows,
                        lot.in.symbol(),
                        lot.side(),
                        lot.volume,
                        lot.in.time(),
                        lot.price,
                        null,
                        null,
                        BigDecimal.ZERO,
                        lot.costs,
                        ExitReason.UNKNOWN);
        try {
            in.journal.add(
                    named(
                            in.draft(t, lot.in.line(), lot.levels, lot.in.comment())
                                    .multiplier(in.worth.of(t.symbol())),
                            lot.in,
                            lot.in));
        } catch (RefusedRow e) {
            if (lot.rows > 0) {
                in.tally.refuse(e.refusal());
            }
        }
    }

    private void unopened(List<Deal> deals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Deal deal : deals) {
            in.tally.skip(
                    "closing of a position that was opened before the report begins", deal.line());
            sum = sum.add(deal.profit());
        }
        if (!deals.isEmpty()) {
            in.tally.note(
                    "The report begins after some positions were opened: profits of "
                            + sum.toPlainString()
                            + " belong to no trade in it. Export a span of time that begins"
                            + " earlier.");
        }
    }
}
