package credence.lab;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/// What a simulated bot is and does.
///
/// @param trades how many it means to open; fewer when the data end first
/// @param start share of the simulated time after which it begins, 0…1
/// @param spread half the width of what single trades' true chances differ by; their mean is the skill's rate
/// @param stopRanges distance of its stop in average true ranges
/// @param risk money that it risks on a trade
/// @param statesCosts whether its file has a cost column
/// @param saying how it states confidence, when it makes predictions at all
/// @param shown win rate that a lucky bot's record must show at least; 0 for no choosing
/// @param twin name of the bot whose trades it copies
/// @param conclusion what the program should conclude of it, in words
record BotPlan(
        String name,
        BotKind kind,
        Instrument instrument,
        int trades,
        double start,
        Skill skill,
        double spread,
        Payoff payoff,
        double stopRanges,
        BigDecimal risk,
        boolean statesCosts,
        Optional<Saying> saying,
        double shown,
        Optional<String> twin,
        String conclusion) {

    static BotPlan of(
            String name,
            BotKind kind,
            Instrument instrument,
            int trades,
            Skill skill,
            Payoff payoff) {
        return new BotPlan(
                name,
                kind,
                instrument,
                trades,
                0,
                skill,
                0,
                payoff,
                2,
                new BigDecimal("250"),
                true,
                Optional.empty(),
                0,
                Optional.empty(),
                "");
    }

    BotPlan startingAt(double share) {
        return with(draft -> draft.start = share);
    }

    BotPlan withStop(double ranges) {
        return with(draft -> draft.stopRanges = ranges);
    }

    BotPlan risking(String money) {
        return with(draft -> draft.risk = new BigDecimal(money));
    }

    BotPlan withoutCostColumn() {
        return with(draft -> draft.statesCosts = false);
    }

    BotPlan saying(Saying words, double width) {
        return with(
                draft -> {
                    draft.spread = width;
                    draft.saying = Optional.of(words);
                });
    }

    BotPlan showing(double winRate) {
        return with(draft -> draft.shown = winRate);
    }

    BotPlan copiedAs(String other, String words) {
        return with(
                draft -> {
                    draft.name = other;
                    draft.kind = BotKind.DUPLICATE;
                    draft.twin = Optional.of(name);
                    draft.conclusion = words;
                });
    }

    BotPlan concluding(String words) {
        return with(draft -> draft.conclusion = words);
    }

    String account() {
        return instrument.hours() == Instrument.Hours.FUTURES ? "futures" : "crypto";
    }

    private BotPlan with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /// The same in pieces, to change some of them.
    private static final class Draft {
        private String name;
        private BotKind kind;
        private Instrument instrument;
        private int trades;
        private double start;
        private Skill skill;
        private double spread;
        private Payoff payoff;
        private double stopRanges;
        private BigDecimal risk;
        private boolean statesCosts;
        private Optional<Saying> saying;
        private double shown;
        private Optional<String> twin;
        private String conclusion;

        private Draft(BotPlan from) {
            name = from.name;
            kind = from.kind;
            instrument = from.instrument;
            trades = from.trades;
            start = from.start;
            skill = from.skill;
            spread = from.spread;
            payoff = from.payoff;
            stopRanges = from.stopRanges;
            risk = from.risk;
            statesCosts = from.statesCosts;
            saying = from.saying;
            shown = from.shown;
            twin = from.twin;
            conclusion = from.conclusion;
        }

        private BotPlan finished() {
            return new BotPlan(
                    name,
                    kind,
                    instrument,
                    trades,
                    start,
                    skill,
                    spread,
                    payoff,
                    stopRanges,
                    risk,
                    statesCosts,
                    saying,
                    shown,
                    twin,
                    conclusion);
        }
    }
}
