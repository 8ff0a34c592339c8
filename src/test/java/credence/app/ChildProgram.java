package credence.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, from the classes under test.
final class ChildProgram {

    private static final long PATIENCE_SECONDS = 120;

    private ChildProgram() {}

    /// The command that starts a main class in a runtime like this one.
    static List<String> java(String mainClass, List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A short life: no time is lost on optimising.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    static List<String> credence(Object... arguments) {
        return java("credence.Credence", List.of(), arguments);
    }

    /// Runs to the end.
    static Ran run(List<String> command) {
        try {
            Path out = Files.createTempFile("credence-child", ".out");
            Path err = Files.createTempFile("credence-child", ".err");
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no end after two minutes: " + command);
                }
                return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Surefire starts its runtime with a jar that only points to the class path, and names the real one beside it.
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
