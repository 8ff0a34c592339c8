package credence.desktop.table;

import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// One typed column of a table: what it shows, sorts by, is filtered by, copies and adds up.
///
/// Columns are values: the modifiers return another one. An absent value shows as a dash and sorts last both ways.
///
/// @param <R> what a row is made of
public final class Column<R> {

    /// How a column is aligned and filtered.
    public enum Kind {
        TEXT,
        NUMBER,
        TIME,
        TREND,
        /// A number with a bar for its share of one.
        BAR
    }

    static final String ABSENT = "\u2014";

    /// What a cell can say about its row.
    ///
    /// @param key what it sorts and filters by: text, decimal or instant
    /// @param shown the cell's text
    /// @param full the tooltip
    /// @param machine for copies and files
    record Content<R>(
            Function<? super R, ? extends @Nullable Object> key,
            Cell<R> shown,
            Cell<R> full,
            Function<? super R, String> machine) {}

    /// Text of a cell, written with the program's figures.
    interface Cell<R> {
        String text(R row, Figures figures);
    }

    private final String id;
    private final String title;
    private final Kind kind;
    private final Unit unit;
    private final Content<R> content;
    private final ColumnTraits<R> traits;
    private final Function<? super R, List<Double>> trend;

    private Column(
            String id,
            String title,
            Kind kind,
            Unit unit,
            Content<R> content,
            ColumnTraits<R> traits,
            Function<? super R, List<Double>> trend) {
        this.id = id;
        this.title = title;
        this.kind = kind;
        this.unit = unit;
        this.content = content;
        this.traits = traits;
        this.trend = trend;
    }

    /// Words. Sorted as people sort names, filtered by what they contain.
    public static <R> Column<R> text(
            String id, String title, Function<? super R, @Nullable String> value) {
        Function<R, String> words =
                row -> {
                    String text = value.apply(row);
                    return text == null ? "" : text;
                };
        return make(
                id,
                title,
                Kind.TEXT,
                Unit.NUMBER,
                new Content<>(
                        value::apply,
                        (row, figures) -> words.apply(row),
                        (row, figures) -> words.apply(row),
                        words),
                160);
    }

    /// Words with more of them in the tooltip, in copies and in files.
    public static <R> Column<R> text(
            String id,
            String title,
            Function<? super R, String> brief,
            Function<? super R, String> full) {
        return make(
                id,
                title,
                Kind.TEXT,
                Unit.NUMBER,
                new Content<>(
                        brief::apply,
                        (row, figures) -> brief.apply(row),
                        (row, figures) -> full.apply(row),
                        full),
                160);
    }

    /// Whole things.
    public static <R> Column<R> count(String id, String title, ToLongFunction<? super R> value) {
        return make(
                id,
                title,
                Kind.NUMBER,
                Unit.COUNT,
                new Content<>(
                        row -> BigDecimal.valueOf(value.applyAsLong(row)),
                        (row, figures) -> figures.count(value.applyAsLong(row)),
                        (row, figures) -> figures.count(value.applyAsLong(row)),
                        row -> Long.toString(value.applyAsLong(row))),
                84);
    }

    /// A figure of some unit; the header should name it, the cells show the bare figure.
    public static <R> Column<R> figure(
            String id, String title, Unit unit, Function<? super R, @Nullable Double> value) {
        return make(
                id,
                title,
                Kind.NUMBER,
                unit,
                new Content<>(
                        row -> Keys.decimal(value.apply(row)),
                        (row, figures) -> orDash(value.apply(row), v -> figures.bare(v, unit)),
                        (row, figures) -> orDash(value.apply(row), v -> figures.full(v, unit)),
                        row -> Keys.machine(value.apply(row))),
                96);
    }

    /// An exact number written as it is, such as a quantity.
    public static <R> Column<R> decimal(
            String id, String title, Function<? super R, @Nullable BigDecimal> value) {
        return decimal(id, title, 0, value);
    }

    /// An exact number with at least so many decimals, so that prices stand point under point; never fewer than it has.
    public static <R> Column<R> decimal(
            String id, String title, int places, Function<? super R, @Nullable BigDecimal> value) {
        return make(
                id,
                title,
                Kind.NUMBER,
                Unit.NUMBER,
                new Content<>(
                        value::apply,
                        (row, figures) -> orDash(value.apply(row), v -> figures.exact(v, places)),
                        (row, figures) -> orDash(value.apply(row), figures::exact),
                        row -> Keys.machine(value.apply(row))),
                104);
    }

    /// An amount with its currency; sums are made per currency.
    public static <R> Column<R> money(
            String id, String title, Function<? super R, @Nullable Money> value) {
        Column<R> column =
                make(
                        id,
                        title,
                        Kind.NUMBER,
                        Unit.NUMBER,
                        new Content<>(
                                row -> Keys.amount(value.apply(row)),
                                (row, figures) -> orDash(value.apply(row), figures::signedMoney),
                                (row, figures) -> orDash(value.apply(row), Money::toString),
                                row -> Keys.machine(Keys.amount(value.apply(row)))),
                        132);
        return column.with(column.traits.bySign().adding(value));
    }

    /// A moment, shown in the zone of the figures, copied in UTC.
    public static <R> Column<R> time(
            String id, String title, Function<? super R, @Nullable Instant> value) {
        return time(id, title, value, Figures::time, 136);
    }

    /// A moment with the offset of the zone it is shown in, where a file's own times stand beside it.
    public static <R> Column<R> zonedTime(
            String id, String title, Function<? super R, @Nullable Instant> value) {
        return time(id, title, value, Figures::offsetTime, 172);
    }

    private static <R> Column<R> time(
            String id,
            String title,
            Function<? super R, @Nullable Instant> value,
            BiFunction<Figures, Instant, String> shown,
            int width) {
        return make(
                id,
                title,
                Kind.TIME,
                Unit.NUMBER,
                new Content<>(
                        value::apply,
                        (row, figures) ->
                                orDash(value.apply(row), time -> shown.apply(figures, time)),
                        (row, figures) -> orDash(value.apply(row), figures::zonedTime),
                        row -> {
                            Instant time = value.apply(row);
                            return time == null ? "" : time.toString();
                        }),
                width);
    }

    /// An estimate with its interval; sorted and filtered by its value, n and full precision in the tooltip.
    public static <R> Column<R> estimate(
            String id, String title, Unit unit, Function<? super R, Estimate> value) {
        return make(
                id,
                title,
                Kind.NUMBER,
                unit,
                new Content<>(
                        row -> Keys.decimal(value.apply(row).value()),
                        (row, figures) -> figures.bareEstimate(value.apply(row), unit),
                        (row, figures) -> figures.full(value.apply(row), unit),
                        row -> Keys.machine(value.apply(row).value())),
                148);
    }

    /// A share of one as a bar with its figure, and its interval where it has one.
    public static <R> Column<R> bar(String id, String title, Function<? super R, Estimate> share) {
        Column<R> figures = estimate(id, title, Unit.SHARE, share);
        return new Column<>(
                id,
                title,
                Kind.BAR,
                Unit.SHARE,
                figures.content,
                figures.traits,
                row -> {
                    Double value = share.apply(row).value();
                    return value == null ? List.of() : List.of(value);
                });
    }

    /// A small line; sorted by its last value.
    public static <R> Column<R> trend(
            String id, String title, Function<? super R, List<Double>> values) {
        Content<R> content =
                new Content<>(
                        row -> {
                            List<Double> line = values.apply(row);
                            return line.isEmpty() ? null : Keys.decimal(line.getLast());
                        },
                        (row, figures) -> "",
                        (row, figures) -> Keys.course(values.apply(row), figures),
                        row -> {
                            List<Double> line = values.apply(row);
                            return line.isEmpty() ? "" : Keys.machine(line.getLast());
                        });
        return new Column<>(
                id, title, Kind.TREND, Unit.NUMBER, content, ColumnTraits.of(104), values);
    }

    /// Adds the shown rows' values up in the footer.
    public Column<R> summed() {
        return with(traits.withSum());
    }

    /// Not shown until chosen.
    public Column<R> hidden() {
        return with(traits.invisible());
    }

    /// @param pixels width until the trader changes it
    public Column<R> width(double pixels) {
        return with(traits.wide(pixels));
    }

    /// What the header's tooltip says.
    public Column<R> help(String text) {
        return with(traits.withHelp(text));
    }

    /// Colours figures by their sign, which they also show.
    public Column<R> colouredBySign() {
        return with(traits.bySign());
    }

    /// A style class for the cell of a row; an empty text for none.
    public Column<R> styled(Function<? super R, String> styleClass) {
        return with(traits.withStyle(styleClass));
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    Unit unit() {
        return unit;
    }

    Content<R> content() {
        return content;
    }

    ColumnTraits<R> traits() {
        return traits;
    }

    /// What is drawn in the cell beside the text: the values of a trend, or the one share of a bar.
    List<Double> line(R row) {
        return trend.apply(row);
    }

    @Nullable Object key(R row) {
        return content.key().apply(row);
    }

    /// What a row adds to the sum: a bare number has no currency.
    Optional<Addend> addend(R row) {
        Money money = traits.addend().apply(row);
        if (money != null) {
            return Optional.of(new Addend(Optional.of(money.currency()), money.amount()));
        }
        return key(row) instanceof BigDecimal number
                ? Optional.of(new Addend(Optional.empty(), number))
                : Optional.empty();
    }

    record Addend(Optional<CurrencyCode> currency, BigDecimal amount) {}

    private Column<R> with(ColumnTraits<R> other) {
        return new Column<>(id, title, kind, unit, content, other, trend);
    }

    private static <R> Column<R> make(
            String id, String title, Kind kind, Unit unit, Content<R> content, double width) {
        return new Column<>(
                id, title, kind, unit, content, ColumnTraits.of(width), row -> List.of());
    }

    private static <T> String orDash(@Nullable T value, Function<T, String> text) {
        return value == null ? ABSENT : text.apply(value);
    }
}
