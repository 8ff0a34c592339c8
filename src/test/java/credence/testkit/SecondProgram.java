package credence.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java program in a process of its own, with the class path of the tests.
public final class SecondProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private SecondProgram(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// The command that runs a main class, ready for [ProcessBuilder].
    public static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start rather than quick: it lives for a second.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx256m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    public static SecondProgram start(Class<?> main, String... arguments) {
        return start(command(main, arguments));
    }

    public static SecondProgram start(List<String> command) {
        try {
            return new SecondProgram(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /// Waits for the next line it prints.
    ///
    /// @throws IllegalStateException when it ends before
    public String readLine() {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("the program ended without another line");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL, or what the operating system has of the kind; returns when it is dead.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program died", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
