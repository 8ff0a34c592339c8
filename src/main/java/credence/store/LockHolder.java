package credence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Who holds a workspace, as the lock file says it: one line each.
///
/// @param program `desktop` or `command`
/// @param host name of the computer, empty where it is not known
record LockHolder(String program, long process, String host, Instant since) {

    static LockHolder current(String program, Clock clock) {
        return new LockHolder(program, ProcessHandle.current().pid(), hostName(), clock.instant());
    }

    String text() {
        return program + "\n" + process + "\n" + host + "\n" + since + "\n";
    }

    /// @throws IllegalArgumentException when the text is not of this form
    static LockHolder parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4) {
            throw new IllegalArgumentException("four lines expected");
        }
        try {
            return new LockHolder(
                    lines[0], Long.parseLong(lines[1]), lines[2], Instant.parse(lines[3]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: " + lines[3], e);
        }
    }

    /// "Credence (desktop, process 1234, since 14:02)"; with the date when it is not today's, with the computer
    /// when it is not this one.
    String describe(Clock clock) {
        ZonedDateTime start = since.atZone(clock.getZone());
        boolean today =
                start.toLocalDate().equals(clock.instant().atZone(clock.getZone()).toLocalDate());
        String pattern = today ? "HH:mm" : "uuuu-MM-dd HH:mm";
        return "Credence ("
                + program
                + ", process "
                + process
                + (host.equals(hostName()) ? "" : " on " + host)
                + ", since "
                + DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(start)
                + ")";
    }

    /// The computer's own word for itself. Asking the network would open a connection and may take seconds.
    private static String hostName() {
        try {
            Path kernel = Path.of("/proc/sys/kernel/hostname");
            if (Files.isReadable(kernel)) {
                return Files.readString(kernel).strip();
            }
        } catch (IOException _) {
            // The environment may know.
        }
        return Optional.ofNullable(System.getenv("COMPUTERNAME"))
                .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
                .orElse("");
    }
}
