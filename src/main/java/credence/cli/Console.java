package credence.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/// Standard output for the answer, standard error for everything else.
///
/// Text is written in the console's own encoding, with plain signs in place of those it lacks; JSON always in UTF-8.
/// Signs that would steer a terminal are made visible, since names come from files of strangers.
public final class Console {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final PrintWriter err;
    private final Charset outCharset;
    private final Charset errCharset;
    private final int width;
    private final boolean live;

    /// @param width columns of text, at least 60
    /// @param live whether standard error is a terminal on which a line may be rewritten
    public Console(
            OutputStream out,
            Charset outCharset,
            OutputStream err,
            Charset errCharset,
            int width,
            boolean live) {
        this.out = new Unlost(new BufferedOutputStream(out, BUFFER));
        this.outCharset = outCharset;
        this.errCharset = errCharset;
        this.err = new PrintWriter(err, true, errCharset);
        this.width = Math.max(60, width);
        this.live = live;
    }

    int width() {
        return width;
    }

    boolean live() {
        return live;
    }

    /// One line of the answer.
    void line(String text) {
        bytes((Plain.safe(text, outCharset) + System.lineSeparator()).getBytes(outCharset));
    }

    void line() {
        line("");
    }

    /// One line of a message.
    void message(String text) {
        synchronized (err) {
            err.println(Plain.safe(text, errCharset));
        }
    }

    /// Text without an end of line, for a progress line that is rewritten.
    void rewrite(String text) {
        synchronized (err) {
            err.print("\r" + Plain.safe(text, errCharset));
            err.flush();
        }
    }

    /// The stream on which one JSON document is written.
    OutputStream document() {
        return out;
    }

    /// Passes on everything written so far.
    ///
    /// @throws OutputLost when that is not possible
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    /// A writer onto the answer, for generated help.
    PrintWriter answerWriter() {
        return new PrintWriter(new Lines(), true);
    }

    /// A writer onto the messages.
    PrintWriter messageWriter() {
        return err;
    }

    private void bytes(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    /// Turns the loss of the stream into [OutputLost], which a JSON writer lets pass. The loss is told once; what is
    /// left in the buffer afterwards goes nowhere.
    private static final class Unlost extends OutputStream {

        private final OutputStream target;
        private boolean lost;

        Unlost(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            if (!lost) {
                try {
                    target.write(b, off, len);
                } catch (IOException e) {
                    throw lost(e);
                }
            }
        }

        @Override
        public void flush() {
            if (!lost) {
                try {
                    target.flush();
                } catch (IOException e) {
                    throw lost(e);
                }
            }
        }

        private OutputLost lost(IOException cause) {
            lost = true;
            return new OutputLost(cause);
        }
    }

    private final class Lines extends Writer {

        @Override
        public void write(char[] text, int off, int len) {
            bytes(Plain.encodable(new String(text, off, len), outCharset).getBytes(outCharset));
        }

        @Override
        public void flush() {
            Console.this.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
