package credence.imports.mapping;

import credence.imports.ColumnMapper;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the columns of a mapping in a file. Holds no state.
public final class MappedColumns implements ColumnMapper {

    @Override
    public Mapped find(Document document, ImportProfile profile) throws UnreadableFile {
        Mapping mapping =
                profile.mapping()
                        .orElseThrow(
                                () ->
                                        new UnreadableFile(
                                                "The profile “"
                                                        + profile.name()
                                                        + "” maps nothing.",
                                                "Make it again."));
        if (!mapping.missing().isEmpty()) {
            throw new UnreadableFile(
                    "The profile “"
                            + profile.name()
                            + "” does not say which column is the "
                            + String.join(
                                    ", the ", mapping.missing().stream().map(Role::words).toList())
                            + ".",
                    "Say it with "
                            + String.join(
                                    " ",
                                    mapping.missing().stream()
                                            .map(
                                                    r ->
                                                            "--map "
                                                                    + r.name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT)
                                                                            .replace('_', '-')
                                                                    + "=COLUMN")
                                            .toList())
                            + ", the columns being "
                            + columnNames(document)
                            + ".");
        }
        HeaderPlace best = null;
        long most = -1;
        for (HeaderPlace place : candidates(document, mapping.layout().or(profile.layout()))) {
            long found =
                    mapping.columns().values().stream()
                            .filter(c -> at(place.header(), c) >= 0)
                            .count();
            if (found > most) {
                most = found;
                best = place;
            }
        }
        if (best == null) {
            throw new UnreadableFile(
                    "The file has no columns, or none where the profile “"
                            + profile.name()
                            + "” looks for them.",
                    "Check that it is the right file and the right profile.");
        }
        HeaderPlace place = best;
        List<String> missing = new ArrayList<>();
        for (Map.Entry<Role, ColumnRef> c : mapping.columns().entrySet()) {
            if (at(place.header(), c.getValue()) < 0) {
                missing.add(c.getValue() + " (" + c.getKey().words() + ")");
            }
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFile(
                    place.line(),
                    "",
                    String.join(", ", place.header().names()),
                    "The profile “"
                            + profile.name()
                            + "” needs columns that the file does not have: "
                            + String.join(", ", missing)
                            + ".",
                    "Use another profile, or map the columns of this file.");
        }
        return new MappedFile(document, place, mapping);
    }

    private static String columnNames(Document document) {
        HeaderPlace header = Proposal.header(document);
        return header == null ? "unknown" : String.join(", ", header.header().names());
    }

    /// Index of a column; −1 when the header has none of that name.
    static int at(Header header, ColumnRef column) {
        return header.find(column.name(), column.nth());
    }

    private static List<HeaderPlace> candidates(Document document, Layout layout) {
        Optional<Integer> line = layout.headerLine();
        if (line.isPresent() && line.get() == 0) {
            return headerless(document, layout);
        }
        return document.places().stream()
                .filter(
                        p ->
                                layout.separator().isEmpty()
                                        || layout.separator().get() == p.separator())
                .filter(p -> line.isEmpty() || line.get() == p.line())
                .toList();
    }

    /// Columns of a file without a header are called by their numbers.
    private static List<HeaderPlace> headerless(Document document, Layout layout) {
        HeaderPlace widest = null;
        for (HeaderPlace p : document.places()) {
            boolean fits =
                    layout.separator().isEmpty() || layout.separator().get() == p.separator();
            if (fits && (widest == null || p.header().size() > widest.header().size())) {
                widest = p;
            }
        }
        if (widest == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= widest.header().size(); i++) {
            names.add("column " + i);
        }
        return List.of(new HeaderPlace(widest.separator(), -1, 0, new Header(names)));
    }

    @Override
    public @Nullable HeaderPlace header(Document document, ImportOptions options) {
        return options.layout().headerLine().filter(line -> line == 0).isPresent()
                ? headerless(document, options.layout()).stream().findFirst().orElse(null)
                : Proposal.header(document);
    }

    @Override
    public MappingProposal propose(Document document, HeaderPlace place) {
        return new Proposal(document, place).make();
    }

    @Override
    public List<List<String>> samples(Document document, HeaderPlace place) {
        return Proposal.samples(document, place, Proposal.SHOWN);
    }
}
