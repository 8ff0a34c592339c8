package credence.service.port.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a column of a file of unknown format may mean.
public enum Role {
    TIME("time of the execution", Of.FILLS),
    DATE("day of the execution, where the time of day has a column of its own", Of.FILLS),
    ENTRY_TIME("time of the entry", Of.TRADES),
    ENTRY_DATE("day of the entry, where the time of day has a column of its own", Of.TRADES),
    EXIT_TIME("time of the exit", Of.TRADES),
    EXIT_DATE("day of the exit, where the time of day has a column of its own", Of.TRADES),
    SYMBOL("what was traded", Of.BOTH),
    SIDE("bought or sold, long or short", Of.BOTH),
    QUANTITY("how much was traded", Of.BOTH),
    PRICE("price of the execution", Of.FILLS),
    ENTRY_PRICE("price of the entry", Of.TRADES),
    EXIT_PRICE("price of the exit", Of.TRADES),
    COMMISSION("commission", Of.BOTH),
    FEES("other fees and taxes", Of.BOTH),
    OTHER_FEES("fees in one more column", Of.BOTH),
    FUNDING("swap or funding", Of.BOTH),
    NET_PNL("result after all costs", Of.TRADES),
    GROSS_PNL("result before costs", Of.TRADES),
    CURRENCY("currency of price and costs", Of.BOTH),
    MULTIPLIER("money per point of price", Of.BOTH),
    STOP("stop loss at the entry", Of.BOTH),
    TAKE_PROFIT("take profit at the entry", Of.TRADES),
    WORST("worst open result on the way", Of.TRADES),
    BEST("best open result on the way", Of.TRADES),
    EFFECT("whether it opens or closes", Of.FILLS),
    EXIT_REASON("why the trade ended", Of.TRADES),
    ID("the source's own id of the row", Of.BOTH),
    ORDER("id of the order", Of.BOTH),
    BOT("name or number of the bot", Of.BOTH),
    ACCOUNT("account", Of.BOTH),
    TAG("comment, signal or label", Of.BOTH);

    private enum Of {
        FILLS,
        TRADES,
        BOTH
    }

    private final String words;
    private final Of of;

    Role(String words, Of of) {
        this.words = words;
        this.of = of;
    }

    /// For the screen, lower case: "price of the entry".
    public String words() {
        return words;
    }

    /// Whether a file of that kind can have such a column.
    public boolean fits(RowKind kind) {
        return of == Of.BOTH || (of == Of.FILLS) == (kind == RowKind.FILLS);
    }

    /// Roles that can have a column in files of that kind.
    public static List<Role> of(RowKind kind) {
        return Stream.of(values()).filter(r -> r.fits(kind)).toList();
    }

    /// Roles without which no row of that kind can be read; [#SIDE] besides, unless quantities carry signs.
    public static Set<Role> needed(RowKind kind) {
        return kind == RowKind.FILLS
                ? EnumSet.of(TIME, QUANTITY, PRICE)
                : EnumSet.of(ENTRY_TIME, EXIT_TIME, QUANTITY, ENTRY_PRICE, EXIT_PRICE);
    }
}
