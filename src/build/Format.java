import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Checks or applies google-java-format (AOSP style; comments are left as written) to every Java file under the given folders.
/// Started by Maven as a source file, with the formatter's jar on the class path.
final class Format {

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<String> files = javaFiles(List.of(args).subList(1, args.length));
        if (files.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("--aosp", "--skip-javadoc-formatting"));
        command.addAll(
                apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        command.addAll(files);

        StringWriter named = new StringWriter();
        int status =
                ToolProvider.findFirst("google-java-format")
                        .orElseThrow()
                        .run(
                                new PrintWriter(named),
                                new PrintWriter(System.err, true),
                                command.toArray(String[]::new));
        if (status != 0) {
            System.err.println(
                    apply
                            ? "Some files could not be formatted; see above."
                            : "Not formatted:\n"
                                    + named
                                    + "To mend: mvn -q -Pformat process-sources");
            System.exit(1);
        }
    }

    private static List<String> javaFiles(List<String> folders) throws IOException {
        List<String> files = new ArrayList<>();
        for (String folder : folders) {
            Path root = Path.of(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    all.map(Path::toString)
                            .filter(f -> f.endsWith(".java"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
