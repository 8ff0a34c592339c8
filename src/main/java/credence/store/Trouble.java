package credence.store;

import credence.service.port.StoreException;

import org.h2.api.ErrorCode;

import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// Says in a trader's words what went wrong with the workspace and what to do, whatever the engine or the
/// operating system called it.
final class Trouble {

    private final Path directory;

    Trouble(Path directory) {
        this.directory = directory;
    }

    /// @param what what was not done, as the start of a sentence: "The import was not kept"
    StoreException because(String what, Throwable cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        return new StoreException(what + ": " + reason(cause), cause);
    }

    /// The same for reading and opening, where what cannot be explained otherwise is damage: this program asks
    /// nothing of a sound database that it could not answer.
    StoreException becauseReading(String what, Throwable cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        return new StoreException(
                what + ": " + surroundings(cause).orElseGet(() -> damage(cause)), cause);
    }

    StoreException damaged(String what, Throwable cause) {
        return new StoreException(what + ": " + damage(cause), cause);
    }

    private String reason(Throwable cause) {
        return surroundings(cause)
                .orElseGet(
                        () ->
                                isDamage(cause)
                                        ? damage(cause)
                                        : firstLine(cause)
                                                + ". Nothing was half done. The log file has the"
                                                + " details.");
    }

    /// What is wrong around the database, if that is it: the disk, the folder, another program.
    private Optional<String> surroundings(Throwable cause) {
        String reason = null;
        if (says(
                cause,
                "no space left",
                "not enough space",
                "disk quota",
                "file too large",
                "disk full")) {
            reason =
                    "the disk that holds "
                            + directory
                            + " is full. Nothing was half done. Free some space and try again.";
        } else if (isReadOnly(cause)) {
            reason =
                    "the folder "
                            + directory
                            + " cannot be written. Change its permissions, or choose another"
                            + " workspace.";
        } else if (has(cause, OverlappingFileLockException.class)) {
            // The engine does not close a file whose beginning it could not understand.
            reason =
                    "an earlier try to open it failed and left it locked. Close this program and"
                            + " start it again.";
        } else if (hasCode(cause, ErrorCode.DATABASE_ALREADY_OPEN_1)) {
            reason =
                    "another program has "
                            + directory.resolve(H2Workspace.DATABASE_FILE)
                            + " open. Close it and try again.";
        } else if (has(cause, NoSuchFileException.class)) {
            reason =
                    "the folder "
                            + directory
                            + " or a part of it is gone. Is its drive still connected?";
        } else if (has(cause, ClosedByInterruptException.class)) {
            reason = "it was interrupted. Nothing was half done; try again.";
        }
        return Optional.ofNullable(reason);
    }

    private String damage(Throwable cause) {
        return "the database "
                + directory.resolve(H2Workspace.DATABASE_FILE)
                + " is damaged ("
                + firstLine(cause)
                + "). It was left as it is. Put back a copy from the folder backups, or move the"
                + " file away and import the files in the folder archive again.";
    }

    boolean isReadOnly(Throwable cause) {
        return has(cause, AccessDeniedException.class)
                || has(cause, ReadOnlyFileSystemException.class)
                || hasCode(cause, ErrorCode.DATABASE_IS_READ_ONLY)
                || says(cause, "read-only file system", "permission denied", "access is denied");
    }

    private static boolean isDamage(Throwable cause) {
        return hasCode(cause, ErrorCode.FILE_CORRUPTED_1)
                || hasCode(cause, ErrorCode.FILE_VERSION_ERROR_1)
                || hasCode(cause, ErrorCode.FILE_ENCRYPTION_ERROR_1)
                || hasCode(cause, ErrorCode.GENERAL_ERROR_1)
                || says(cause, "corrupt", "chunk", "checksum");
    }

    /// Whether the engine found its file closed, as an interrupt leaves it.
    static boolean closedUnderneath(Throwable cause) {
        return has(cause, ClosedChannelException.class);
    }

    private static boolean has(Throwable cause, Class<? extends Throwable> type) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCode(Throwable cause, int code) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }

    /// Whether the failure, or what failed in its wake, says one of the words.
    private static boolean says(Throwable cause, String... words) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (text.contains(word)) {
                    return true;
                }
            }
            for (Throwable wake : t.getSuppressed()) {
                if (says(wake, words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String firstLine(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        int end = text.indexOf("; SQL statement");
        int line = text.indexOf('\n');
        int cut = Math.min(end < 0 ? text.length() : end, line < 0 ? text.length() : line);
        return text.substring(0, Math.min(cut, 300));
    }
}
