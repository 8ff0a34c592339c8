package credence.service;

import credence.core.fact.BeliefReset;
import credence.core.fact.TimeMark;
import credence.core.value.BotId;
import credence.service.port.StoredFacts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The trader's own decisions, on the record.
public final class ActService {

    private final Desk desk;
    private final InstantSource clock;

    ActService(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// Beliefs of one bot, or of all, start again from the prior at this moment.
    ///
    /// The moment is now, or just after the latest fact if the facts are not behind the clock: within one instant an act comes before what
    /// closes in it (`rules.md` 1), and what is known already must not be learned after the reset.
    ///
    /// @return number of the act, by which it can be undone
    /// @throws ServiceException when the reason is blank or the bot unknown
    public long reset(Optional<BotId> bot, String reason) {
        if (reason.isBlank()) {
            throw new ServiceException("A reset needs a reason, for the record.");
        }
        bot.ifPresent(b -> BeliefService.requireKnown(desk.moment(), b));
        return desk.change(
                () -> {
                    Instant now = actTime();
                    StoredFacts held = desk.moment().held();
                    long id =
                            desk.store()
                                    .together(
                                            "The reset was not kept",
                                            () -> record(now, bot, reason.strip()));
                    List<TimeMark> marks = new ArrayList<>(held.timeMarks());
                    marks.add(new TimeMark(now));
                    List<BeliefReset> resets = new ArrayList<>(held.resets());
                    resets.add(new BeliefReset(id, now, bot, reason.strip()));
                    desk.refold(
                            new StoredFacts(held.rows(), held.withdrawn(), resets, marks),
                            desk.moment().configuration());
                    return id;
                });
    }

    private long record(Instant now, Optional<BotId> bot, String reason) {
        desk.store().facts().appendTimeMark(now);
        long id = desk.store().facts().appendReset(now, bot, reason);
        desk.store()
                .audit()
                .append(now, "trader", "reset", bot.map(BotId::name).orElse("all bots"), reason);
        return id;
    }

    private boolean withdraw(long act, Instant now) {
        boolean found = desk.store().facts().withdrawReset(act, now);
        if (found) {
            desk.store().audit().append(now, "trader", "undo reset", Long.toString(act), "");
        }
        return found;
    }

    /// @throws ServiceException when there is no such act
    public void undoReset(long act) {
        desk.change(
                () -> {
                    Instant now = clock.instant();
                    boolean found =
                            desk.store()
                                    .together("The reset was not undone", () -> withdraw(act, now));
                    if (!found) {
                        throw new ServiceException("There is no reset number " + act + " to undo.");
                    }
                    StoredFacts held = desk.moment().held();
                    List<BeliefReset> resets =
                            held.resets().stream().filter(r -> r.id() != act).toList();
                    desk.refold(
                            new StoredFacts(
                                    held.rows(), held.withdrawn(), resets, held.timeMarks()),
                            desk.moment().configuration());
                    return act;
                });
    }

    /// Lets the fold know that a live session is running now: boundaries up to now may be crossed (`rules.md` 5).
    public void markTime() {
        desk.change(
                () -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    Instant until = desk.moment().replay().until().orElse(Instant.MIN);
                    if (!until.isBefore(now)) {
                        // The fold has been there already.
                        return until;
                    }
                    desk.store().facts().appendTimeMark(now);
                    StoredFacts held = desk.moment().held();
                    List<TimeMark> marks = new ArrayList<>(held.timeMarks());
                    marks.add(new TimeMark(now));
                    desk.refold(
                            new StoredFacts(held.rows(), held.withdrawn(), held.resets(), marks),
                            desk.moment().configuration());
                    return now;
                });
    }

    private Instant actTime() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return desk.moment()
                .replay()
                .until()
                .filter(until -> !until.isBefore(now))
                .map(until -> until.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }
}
