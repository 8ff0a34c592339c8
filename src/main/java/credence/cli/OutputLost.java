package credence.cli;

import java.io.IOException;
import java.util.Locale;

/// The answer could not be written: whoever reads has gone, or the medium is full.
final class OutputLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputLost(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /// Whether the reader closed the pipe, as `head` does when it has seen enough: no reason for a message.
    boolean readerLeft() {
        String reason = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return reason.contains("broken pipe") || reason.contains("pipe is being closed");
    }
}
