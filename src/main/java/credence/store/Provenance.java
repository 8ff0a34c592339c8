package credence.store;

import credence.service.port.StoreException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// With which versions a workspace was last written: kept beside the database in a file of its own, because an older
/// engine must not even open what a newer one wrote. H2 opens it without complaint, and may write.
///
/// @param engine version of H2, such as `2.4.240`
/// @param schema number of the newest migration applied
/// @param application version of Credence
record Provenance(String engine, int schema, String application) {

    static final String FILE = "workspace.properties";
    static final String UNFINISHED_FILE = FILE + ".part";

    /// What the folder says of itself; nothing in a new folder, or when the file was lost.
    static Optional<Provenance> read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                lines.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        String engine = lines.get("engine");
        String schema = lines.get("schema");
        if (engine == null || schema == null || !schema.matches("[0-9]{1,9}")) {
            // Not worth refusing a workspace for: the database keeps the same record.
            return Optional.empty();
        }
        return Optional.of(
                new Provenance(
                        engine,
                        Integer.parseInt(schema),
                        lines.getOrDefault("application", "an unknown version")));
    }

    void write(Path directory, Disk disk) throws IOException {
        String text =
                "# Written by Credence. Do not edit: it keeps an older program from harming this"
                        + " workspace.\n"
                        + String.format(
                                Locale.ROOT,
                                "engine=%s%nschema=%d%napplication=%s%n",
                                engine,
                                schema,
                                application);
        Path unfinished = directory.resolve(UNFINISHED_FILE);
        disk.write(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), unfinished);
        disk.rename(unfinished, directory.resolve(FILE));
    }

    /// @throws StoreException when this workspace was written by something newer than `program`
    void requireNotNewerThan(Provenance program, Path directory) {
        String newer = null;
        if (schema > program.schema) {
            newer = "form " + schema + ", this program knows up to " + program.schema;
        } else if (compareVersions(engine, program.engine) > 0) {
            newer = "database engine " + engine + ", this program has " + program.engine;
        }
        if (newer != null) {
            throw new StoreException(
                    "The workspace "
                            + directory
                            + " was written by a newer Credence ("
                            + application
                            + "; "
                            + newer
                            + "). Open it with that version, or choose another workspace."
                            + " Nothing was changed.");
        }
    }

    /// Compares versions number by number; what is no number counts as 0.
    static int compareVersions(String a, String b) {
        String[] as = a.split("[.-]", -1);
        String[] bs = b.split("[.-]", -1);
        for (int i = 0; i < Math.max(as.length, bs.length); i++) {
            int c = Integer.compare(part(as, i), part(bs, i));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int i) {
        return i < parts.length && parts[i].matches("[0-9]{1,9}") ? Integer.parseInt(parts[i]) : 0;
    }
}
