package credence.service.port.mapping;

/// A column by its name.
///
/// @param name as the file spells it; case, blanks, hyphens and underscores make no difference. `column 3` in a file without
///     a header
/// @param nth which of the columns of that name, first 1
public record ColumnRef(String name, int nth) {

    public ColumnRef {
        if (nth < 1) {
            throw new IllegalArgumentException("the first column of a name is 1, not " + nth);
        }
    }

    public static ColumnRef of(String name) {
        return new ColumnRef(name, 1);
    }

    @Override
    public String toString() {
        return nth == 1 ? name : name + " (" + nth + ")";
    }
}
