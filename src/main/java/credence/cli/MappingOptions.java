package credence.cli;

import credence.service.ImportService;
import credence.service.ServiceException;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Options that map the columns of files of no known format, and keep the answers.
final class MappingOptions {

    private static final Pattern NTH = Pattern.compile("(.+)#(\\d{1,3})");

    /// Name of a profile that is not kept.
    private static final String UNNAMED = "command line";

    @Option(
            names = "--propose",
            description =
                    "Read files of no known format by the mapping that `formats FILE` proposes.")
    private boolean propose;

    @Option(
            names = "--map",
            paramLabel = "ROLE=COLUMN",
            description =
                    "Column of a file of no known format: time, symbol, side, quantity, price, ..."
                            + " `NAME#2` is the second of that name. Repeatable.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--rows",
            paramLabel = "KIND",
            description = "What a row of it is: fills or trades. Default: fills, or as proposed.")
    private Optional<RowKind> rows = Optional.empty();

    @Option(names = "--signed-quantity", description = "A negative quantity is a sale or short.")
    private boolean signedQuantity;

    @Option(names = "--negative-costs", description = "Costs are written as negative numbers.")
    private boolean negativeCosts;

    @Option(
            names = "--save-profile",
            paramLabel = "NAME",
            description = "Keep what is said here as a profile, once files came in by it.")
    private Optional<String> save = Optional.empty();

    /// The profile that these options describe; nothing when they describe none.
    ///
    /// @throws ServiceException when a role is unknown or the file has no columns
    Optional<ImportProfile> profile(ImportService imports, List<Path> files, ImportOptions said) {
        boolean mapped = propose || !columns.isEmpty();
        if ((!mapped && save.isEmpty()) || files.isEmpty()) {
            return Optional.empty();
        }
        FileSurvey survey = imports.survey(files.getFirst(), said, Progress.NONE);
        String name = save.orElse(UNNAMED);
        try {
            if (mapped) {
                return Optional.of(
                        ImportProfile.mapped(name, survey.header(), mapping(survey)).saying(said));
            }
            if (survey.format().isEmpty() || survey.format().equals(ImportProfile.MAPPED)) {
                throw new ServiceException(
                        "There is nothing to keep as profile “"
                                + name
                                + "”: no known format reads "
                                + survey.file()
                                + ", and no columns are mapped.");
            }
            return Optional.of(
                    ImportProfile.known(name, survey.format(), survey.header()).saying(said));
        } catch (IllegalArgumentException e) {
            throw new ServiceException(String.valueOf(e.getMessage()));
        }
    }

    /// Whether the profile is to be kept.
    boolean keeps() {
        return save.isPresent();
    }

    private Mapping mapping(FileSurvey survey) {
        Optional<Mapping> proposed =
                propose ? survey.proposal().map(MappingProposal::mapping) : Optional.empty();
        if (propose && proposed.isEmpty()) {
            throw new ServiceException(
                    "No mapping can be proposed for "
                            + survey.file()
                            + ": "
                            + (survey.format().isEmpty()
                                    ? "it has no columns."
                                    : "it is read as " + survey.format() + "."));
        }
        Mapping base = proposed.orElseGet(() -> Mapping.empty(rows.orElse(RowKind.FILLS)));
        Mapping mapping =
                new Mapping(
                        rows.orElse(base.kind()),
                        base.layout(),
                        new Signs(
                                signedQuantity || base.signs().signedQuantity(),
                                negativeCosts || base.signs().negativeCosts(),
                                base.signs().buy(),
                                base.signs().sell()),
                        base.columns());
        for (Map.Entry<String, String> c : columns.entrySet()) {
            mapping = mapping.with(role(c.getKey()), column(c.getValue()));
        }
        if (propose) {
            Mapping made = mapping;
            List<String> doubts = survey.proposal().map(p -> p.unsettled(made)).orElse(List.of());
            if (!doubts.isEmpty()) {
                throw new ServiceException(String.join(" ", doubts));
            }
        }
        return mapping;
    }

    private static Role role(String text) {
        try {
            return Role.valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException _) {
            throw new ServiceException(
                    "“"
                            + text
                            + "” is no role of a column. Roles are "
                            + String.join(
                                    ", ",
                                    List.of(Role.values()).stream()
                                            .map(
                                                    r ->
                                                            r.name()
                                                                    .toLowerCase(Locale.ROOT)
                                                                    .replace('_', '-'))
                                            .toList())
                            + ".");
        }
    }

    private static ColumnRef column(String text) {
        Matcher nth = NTH.matcher(text);
        return nth.matches()
                ? new ColumnRef(nth.group(1), Math.max(1, Integer.parseInt(nth.group(2))))
                : ColumnRef.of(text);
    }
}
