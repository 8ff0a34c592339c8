package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.mapping.Finding;
import credence.service.port.mapping.Finding.Of;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.TimeReading;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How a file turned out to be written, and how that is known: what the trader checks before trusting what was read.
///
/// @param saved the profile it is read by, if any
/// @param place null when the file has no columns
record Written(
        Document document,
        ImportOptions options,
        Optional<ImportProfile> saved,
        @Nullable HeaderPlace place) {

    /// Times shown; two of each column are enough to see what is what, and each row comes once.
    private static final int SHOWN = 12;

    List<Finding> findings(Finding encoding, Tally tally) {
        List<Finding> all = new ArrayList<>();
        if (place != null) {
            boolean said = document.layout().separator().isPresent();
            all.add(
                    new Finding(
                            Of.SEPARATOR,
                            place.separatorName(),
                            said ? saying() : "It makes columns of the rows.",
                            false));
            boolean line = document.layout().headerLine().isPresent();
            all.add(
                    new Finding(
                            Of.HEADER_LINE,
                            place.line() == 0 ? "no header" : "line " + place.line(),
                            line ? saying() : "The names of the columns stand there.",
                            false));
        }
        if (document.container() == Container.TEXT) {
            all.add(encoding);
        }
        tally.decimal().ifPresent(all::add);
        order(tally).ifPresent(all::add);
        zone(tally).ifPresent(all::add);
        return all;
    }

    /// The first times of every column, by line.
    static List<TimeReading> times(Tally tally) {
        return tally.times().stream()
                .flatMap(column -> column.first().stream())
                .sorted(Comparator.comparingLong(TimeReading::line))
                .limit(SHOWN)
                .toList();
    }

    /// The least settled column speaks for the file.
    private static Optional<Finding> order(Tally tally) {
        return tally.times().stream()
                .filter(column -> !column.first().isEmpty())
                .map(TimeColumn::written)
                .min(Comparator.comparing(Finding::settled));
    }

    private Optional<Finding> zone(Tally tally) {
        List<TimeReading> read = times(tally);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Optional<TimeReading> local = read.stream().filter(t -> !t.zone().isEmpty()).findFirst();
        if (local.isEmpty()) {
            return Optional.of(
                    new Finding(
                            Of.ZONE,
                            "in the times themselves",
                            "Every one names its zone or its offset from UTC.",
                            true));
        }
        ZoneId zone = ZoneId.of(local.get().zone());
        return Optional.of(
                new Finding(Of.ZONE, zone.getId(), source(zone, local.get().column()), false));
    }

    private String source(ZoneId zone, String column) {
        if (options.zone().filter(zone::equals).isPresent()) {
            return saying();
        }
        String unused =
                options.zone().isPresent()
                        ? " The zone that you gave, " + options.zone().get() + ", is not used."
                        : "";
        if (ZoneNames.inColumn(column).filter(zone::equals).isPresent()) {
            return "The column “" + column + "” names it." + unused;
        }
        return saved.filter(p -> p.zone().filter(zone::equals).isPresent())
                .map(p -> "The profile “" + p.name() + "” says so.")
                .orElse("Files of this format are in it." + unused);
    }

    private static String saying() {
        return "You said so.";
    }
}
