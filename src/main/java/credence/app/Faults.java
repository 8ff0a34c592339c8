package credence.app;

import credence.cli.FaultDesk;
import credence.desktop.desk.FaultLog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Failures that nobody foresaw: each gets a short code made from where it happened, the same on every machine, so that two
/// people with one code have one failure.
final class Faults implements FaultDesk, FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /// Without signs that are mistaken for others.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int FRAMES = 4;
    private static final int LENGTH = 4;

    private final Logs logs;

    Faults(Logs logs) {
        this.logs = logs;
    }

    @Override
    public Fault note(Throwable failure) {
        String code = code(failure);
        Optional<Path> file = logs.file();
        if (file.isPresent()) {
            LOG.error("{}", code, failure);
        } else {
            file = aside(code, failure);
        }
        return new Fault(code, file, trace(failure));
    }

    @Override
    public String record(Throwable failure) {
        Fault fault = note(failure);
        String code = fault.code();
        Optional<Path> file = fault.log();
        String where =
                file.map(path -> "The details are in " + path + ".")
                        .orElse("The details could not be written to a file.");
        return "credence: something went wrong that should not have ("
                + code
                + ", "
                + failure.getClass().getSimpleName()
                + ")."
                + System.lineSeparator()
                + "What was reported as done before is kept; other commands still work, and"
                + " `credence verify` tells whether the workspace is sound."
                + System.lineSeparator()
                + where
                + " Quote "
                + code
                + " when you ask for help.";
    }

    /// `C-` and four signs: a hash of the failure's kind and the places in this program where it happened.
    static String code(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String places =
                Arrays.stream(root.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("credence."))
                        .limit(FRAMES)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .collect(Collectors.joining("|"));
        int hash = (root.getClass().getName() + "|" + places).hashCode();
        StringBuilder code = new StringBuilder("C-");
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(Math.floorMod(hash, SIGNS.length())));
            hash = Math.floorDiv(hash, SIGNS.length());
        }
        return code.toString();
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /// No workspace is open: the details go to a file of their own among the temporary ones.
    private static Optional<Path> aside(String code, Throwable failure) {
        try {
            Path file = Files.createTempFile("credence-" + code + "-", ".log");
            return Optional.of(Files.writeString(file, trace(failure), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
