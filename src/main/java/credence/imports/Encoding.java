package credence.imports;

import credence.service.port.mapping.Finding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a file writes its characters: a byte order mark decides, then UTF-16 by its zero bytes, then UTF-8 if it holds
/// strictly, else windows-1252, which localised brokers use.
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;
    private final int[] bom;

    Encoding(Charset charset, int... bom) {
        this.charset = charset;
        this.bom = bom;
    }

    Charset charset() {
        return charset;
    }

    /// By the first bytes alone; UTF-8 stands for "UTF-8 or windows-1252".
    static Encoding guess(byte[] bytes, int length) {
        for (Encoding e : values()) {
            if (e.bomLength(bytes, length) > 0) {
                return e;
            }
        }
        int even = 0;
        int odd = 0;
        int pairs = Math.min(length, 4096) / 2;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs >= 4 && odd * 10 > pairs * 6 && even == 0) {
            return UTF_16LE;
        }
        return pairs >= 4 && even * 10 > pairs * 6 && odd == 0 ? UTF_16BE : UTF_8;
    }

    int bomLength(byte[] bytes, int length) {
        if (bom.length == 0 || length < bom.length) {
            return 0;
        }
        for (int i = 0; i < bom.length; i++) {
            if ((bytes[i] & 0xFF) != bom[i]) {
                return 0;
            }
        }
        return bom.length;
    }

    /// Text of a whole file, without its byte order mark.
    ///
    /// @throws UnreadableFile when a byte order mark promises an encoding that the bytes break
    static String decode(byte[] bytes) throws UnreadableFile {
        return decode(bytes, Optional.empty());
    }

    /// Name of the encoding that decoding settles on.
    static String nameOf(byte[] bytes) {
        Encoding guess = guess(bytes, bytes.length);
        if (guess == UTF_8 && guess.bomLength(bytes, bytes.length) == 0) {
            try {
                var unused =
                        guess.charset
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException _) {
                return WINDOWS_1252.charset.name();
            }
        }
        return guess.charset.name();
    }

    /// How the encoding is known, and in which the text is read.
    ///
    /// @param detected name that decoding settles on by itself
    /// @param marked whether a byte order mark stands at the beginning
    /// @param plain whether all of the text is plain ASCII
    static Finding written(
            String detected, boolean marked, boolean plain, Optional<Charset> stated) {
        if (stated.isPresent() && !marked) {
            return new Finding(Finding.Of.ENCODING, stated.get().name(), "You said so.", false);
        }
        return new Finding(
                Finding.Of.ENCODING, detected, source(detected, marked, plain), marked || plain);
    }

    private static String source(String detected, boolean marked, boolean plain) {
        if (marked) {
            return "The mark in its first bytes says so.";
        }
        if (plain) {
            return "It holds no letters that encodings differ in.";
        }
        if (detected.startsWith("UTF-16")) {
            return "Every other byte of it is empty.";
        }
        return detected.equals("UTF-8")
                ? "All of it holds as UTF-8."
                : "It does not hold as UTF-8; older programs of Western Europe write so.";
    }

    /// @param stated by the trader; wins unless a byte order mark speaks
    /// @throws UnreadableFile when a byte order mark or the trader promises an encoding that the bytes break
    static String decode(byte[] bytes, Optional<Charset> stated) throws UnreadableFile {
        Encoding encoding = guess(bytes, bytes.length);
        int bom = encoding.bomLength(bytes, bytes.length);
        if (stated.isPresent() && bom == 0) {
            return stated(bytes, stated.get());
        }
        if (encoding == UTF_8 && ascii(bytes, bom)) {
            return new String(bytes, bom, bytes.length - bom, StandardCharsets.ISO_8859_1);
        }
        try {
            return encoding.charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, bom, bytes.length - bom))
                    .toString();
        } catch (CharacterCodingException _) {
            if (encoding == UTF_8 && bom == 0) {
                return new String(bytes, WINDOWS_1252.charset);
            }
            throw encoding.broken();
        }
    }

    private static String stated(byte[] bytes, Charset charset) throws UnreadableFile {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new UnreadableFile(
                    "The file was said to be written in "
                            + charset
                            + ", but it holds bytes that are not.",
                    "Name another encoding, or none to have it found out.");
        }
    }

    /// What is wrong with a file whose byte order mark promises this encoding.
    UnreadableFile broken() {
        return new UnreadableFile(
                "The file says it is written in " + charset + " but holds bytes that are not.",
                "The file is damaged: export it again.");
    }

    static boolean ascii(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// What to say of a text that is read as windows-1252 although some of it is UTF-8: two spellings of one name would
    /// be two bots. Looks at the beginning of the file.
    static Optional<String> mixed(Document document, String encoding) {
        if (!encoding.equalsIgnoreCase("windows-1252") || document.container() != Container.TEXT) {
            return Optional.empty();
        }
        Matcher m = UTF_8_AS_1252.matcher(document.beginning());
        if (!m.find()) {
            return Optional.empty();
        }
        long line = document.beginning().substring(0, m.start()).lines().count();
        return Optional.of(
                "The file mixes two encodings: line "
                        + Math.max(1, line)
                        + " looks like UTF-8, other lines are not. Names with accents may be wrong,"
                        + " and one bot may stand under two. Export the file again in one"
                        + " encoding.");
    }

    /// A name that is UTF-8 in a text read as windows-1252: `WÃ¤hrung` is `Währung`. Any other name as it is.
    static String repaired(String name) {
        if (!UTF_8_AS_1252.matcher(name).find()) {
            return name;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(WINDOWS_1252.charset.newEncoder().encode(CharBuffer.wrap(name)))
                    .toString();
        } catch (CharacterCodingException _) {
            return name;
        }
    }

    /// A letter with an accent in UTF-8, read byte by byte: Ã© for é.
    private static final Pattern UTF_8_AS_1252 =
            Pattern.compile(
                    "[\\u00C2-\\u00C5\\u00D0\\u00D1][\\u0080-\\u00BF\\u20AC\\u201A\\u0192\\u201E\\u2026]");
}
