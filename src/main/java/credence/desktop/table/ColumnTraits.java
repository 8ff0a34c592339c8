package credence.desktop.table;

import credence.core.value.Money;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// How a column looks and adds up, apart from what it shows.
///
/// @param addend what a row adds to the sum, where that is money; sums of numbers are made of the sort key
record ColumnTraits<R>(
        double width,
        boolean visible,
        boolean coloured,
        boolean summed,
        String help,
        Function<? super R, String> style,
        Function<? super R, @Nullable Money> addend) {

    static <R> ColumnTraits<R> of(double width) {
        return new ColumnTraits<>(width, true, false, false, "", row -> "", row -> null);
    }

    ColumnTraits<R> wide(double pixels) {
        return new ColumnTraits<>(pixels, visible, coloured, summed, help, style, addend);
    }

    ColumnTraits<R> invisible() {
        return new ColumnTraits<>(width, false, coloured, summed, help, style, addend);
    }

    ColumnTraits<R> bySign() {
        return new ColumnTraits<>(width, visible, true, summed, help, style, addend);
    }

    ColumnTraits<R> withSum() {
        return new ColumnTraits<>(width, visible, coloured, true, help, style, addend);
    }

    ColumnTraits<R> withHelp(String text) {
        return new ColumnTraits<>(width, visible, coloured, summed, text, style, addend);
    }

    ColumnTraits<R> withStyle(Function<? super R, String> other) {
        return new ColumnTraits<>(width, visible, coloured, summed, help, other, addend);
    }

    ColumnTraits<R> adding(Function<? super R, @Nullable Money> other) {
        return new ColumnTraits<>(width, visible, coloured, summed, help, style, other);
    }
}
