package credence.app;

import credence.cli.SampleSource;
import credence.core.value.Symbol;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.ImportService;
import credence.service.ServiceException;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.Progress;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sample data that comes with the program: in the image beside `lib`, in the installed program beside the jar, in the
/// source tree at its top. The property `credence.samples` names another folder.
final class Samples implements SampleSource {

    static final String FOLDER = "sample-data";
    private static final String PROPERTY = "credence.samples";

    private final List<Path> candidates;

    Samples(List<Path> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    static Samples besideTheProgram() {
        List<Path> candidates = new ArrayList<>();
        String stated = System.getProperty(PROPERTY);
        if (stated != null && !stated.isBlank()) {
            candidates.add(Path.of(stated));
        }
        program()
                .ifPresent(
                        jarOrClasses -> {
                            Path folder = jarOrClasses.getParent();
                            for (int up = 0; up < 3 && folder != null; up++) {
                                candidates.add(folder.resolve(FOLDER));
                                folder = folder.getParent();
                            }
                        });
        candidates.add(Path.of(FOLDER).toAbsolutePath());
        return new Samples(candidates);
    }

    @Override
    public List<ImportResult> importInto(Workspace workspace, Progress progress) {
        ImportService imports = workspace.imports();
        List<ImportResult> results = new ArrayList<>();
        for (Path file : files(folder().resolve("bars"))) {
            // SYMBOL-1h.csv
            Symbol symbol = Symbol.of(String.valueOf(file.getFileName()).split("-", 2)[0]);
            BarOptions options = new BarOptions(symbol, Optional.empty(), Optional.empty());
            ImportPlan plan = imports.planBars(List.of(file), options, progress);
            results.add(imports.commit(plan, progress));
        }
        List<Path> journals = new ArrayList<>(files(folder().resolve("trades")));
        journals.addAll(files(folder()));
        ImportPlan plan = imports.plan(journals, ImportOptions.DEFAULT, progress);
        results.add(imports.commit(plan, progress));
        return results;
    }

    Path folder() {
        return candidates.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "The sample data is not beside the program. It belongs in "
                                                + candidates.getFirst()
                                                + "; install the program again, or name its folder"
                                                + " with -D"
                                                + PROPERTY
                                                + "=DIR."));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException e) {
            throw new ServiceException(
                    "The sample data in " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<Path> program() {
        CodeSource source = Samples.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()).toAbsolutePath());
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
