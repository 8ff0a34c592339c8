package credence.service.port.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which column of a delimited file means what. Columns that are in no role are kept with each row under their names.
///
/// @param columns by role; roles that do not fit the kind are left out
public record Mapping(RowKind kind, Layout layout, Signs signs, Map<Role, ColumnRef> columns) {

    public Mapping {
        EnumMap<Role, ColumnRef> copy = new EnumMap<>(Role.class);
        columns.forEach(
                (role, column) -> {
                    if (role.fits(kind)) {
                        copy.put(role, column);
                    }
                });
        columns = Collections.unmodifiableMap(copy);
    }

    /// Nothing mapped yet.
    public static Mapping empty(RowKind kind) {
        return new Mapping(kind, Layout.DETECTED, Signs.USUAL, Map.of());
    }

    public Mapping with(Role role, ColumnRef column) {
        Map<Role, ColumnRef> more = new EnumMap<>(Role.class);
        more.putAll(columns);
        more.put(role, column);
        return new Mapping(kind, layout, signs, more);
    }

    public Mapping without(Role role) {
        Map<Role, ColumnRef> fewer = new EnumMap<>(Role.class);
        fewer.putAll(columns);
        fewer.remove(role);
        return new Mapping(kind, layout, signs, fewer);
    }

    public Mapping with(Layout other) {
        return new Mapping(kind, other, signs, columns);
    }

    public Mapping with(Signs other) {
        return new Mapping(kind, layout, other, columns);
    }

    public Optional<ColumnRef> column(Role role) {
        return Optional.ofNullable(columns.get(role));
    }

    /// Roles that must still get a column before a row can be read; empty when the mapping is complete.
    public List<Role> missing() {
        List<Role> missing = new ArrayList<>();
        for (Role role : Role.needed(kind)) {
            if (!columns.containsKey(role)) {
                missing.add(role);
            }
        }
        if (!signs.signedQuantity() && !columns.containsKey(Role.SIDE) && !isOfPurchaseAndSale()) {
            missing.add(Role.SIDE);
        }
        return missing;
    }

    /// Whether rows are trades told by purchase and sale, times and prices, with their results: what came first says whether one was long or short. Without
    /// a result nobody knows whether “buy” is the purchase or just the entry, as some journals have it.
    public boolean isOfPurchaseAndSale() {
        return (columns.containsKey(Role.NET_PNL) || columns.containsKey(Role.GROSS_PNL))
                && is(Role.ENTRY_TIME, ColumnRef::isPurchase)
                && is(Role.ENTRY_PRICE, ColumnRef::isPurchase)
                && is(Role.EXIT_TIME, ColumnRef::isSale)
                && is(Role.EXIT_PRICE, ColumnRef::isSale);
    }

    private boolean is(Role role, Predicate<ColumnRef> named) {
        return column(role).filter(named).isPresent();
    }
}
