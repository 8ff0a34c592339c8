package credence.lab;

import java.math.BigDecimal;
import java.util.Optional;

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
        return new BotPlan(
                name,
                kind,
                instrument,
                trades,
                share,
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

    BotPlan withStop(double ranges) {
        return new BotPlan(
                name,
                kind,
                instrument,
                trades,
                start,
                skill,
                spread,
                payoff,
                ranges,
                risk,
                statesCosts,
                saying,
                shown,
                twin,
                conclusion);
    }

    BotPlan risking(String money) {
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
                new BigDecimal(money),
                statesCosts,
                saying,
                shown,
                twin,
                conclusion);
    }

    BotPlan withoutCostColumn() {
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
                false,
                saying,
                shown,
                twin,
                conclusion);
    }

    BotPlan saying(Saying words, double width) {
        return new BotPlan(
                name,
                kind,
                instrument,
                trades,
                start,
                skill,
                width,
                payoff,
                stopRanges,
                risk,
                statesCosts,
                Optional.of(words),
                shown,
                twin,
                conclusion);
    }

    BotPlan showing(double winRate) {
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
                winRate,
                twin,
                conclusion);
    }

    BotPlan copiedAs(String other, String words) {
        return new BotPlan(
                other,
                BotKind.DUPLICATE,
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
                Optional.of(name),
                words);
    }

    BotPlan concluding(String words) {
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
                words);
    }

    String account() {
        return instrument.hours() == Instrument.Hours.FUTURES ? "futures" : "crypto";
    }
}
