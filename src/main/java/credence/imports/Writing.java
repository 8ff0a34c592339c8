package credence.imports;

import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

/// How a file writes dates and numbers by the trader's word, for files that do not settle it themselves.
///
/// @param dates null when nothing was said
/// @param numbers null when nothing was said
record Writing(@Nullable DateOrder dates, @Nullable NumberStyle numbers) {

    static final Writing UNSAID = new Writing(null, null);

    static Writing of(ImportOptions options) {
        return new Writing(
                options.dateOrder().map(o -> DateOrder.valueOf(o.name())).orElse(null),
                options.decimal()
                        .map(
                                d ->
                                        switch (d) {
                                            case POINT -> NumberStyle.POINT;
                                            case COMMA -> NumberStyle.COMMA;
                                        })
                        .orElse(null));
    }
}
