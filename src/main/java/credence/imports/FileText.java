package credence.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Text of a large file, which stays where it is. All of it was looked at once.
final class FileText implements DocumentText {

    private final Path file;
    private final FileLoader.Opener opener;
    private final EncodingSurvey survey;
    private final Charset charset;
    private final boolean endsWithLineBreak;
    private final List<Reader> opened = new ArrayList<>();

    FileText(
            Path file, FileLoader.Opener opener, EncodingSurvey survey, boolean endsWithLineBreak) {
        this(file, opener, survey, survey.verdict().charset(), endsWithLineBreak);
    }

    private FileText(
            Path file,
            FileLoader.Opener opener,
            EncodingSurvey survey,
            Charset charset,
            boolean endsWithLineBreak) {
        this.file = file;
        this.opener = opener;
        this.survey = survey;
        this.charset = charset;
        this.endsWithLineBreak = endsWithLineBreak;
    }

    /// The same text in the encoding that the trader stated, unless a byte order mark speaks.
    ///
    /// @throws UnreadableFile when a byte order mark promises an encoding that the bytes break
    FileText under(Optional<Charset> stated) throws UnreadableFile {
        if (stated.isPresent() && survey.bomLength() == 0) {
            return new FileText(file, opener, survey, stated.get(), endsWithLineBreak);
        }
        survey.requireKeptPromise();
        return this;
    }

    int bomLength() {
        return survey.bomLength();
    }

    String encoding() {
        return charset.name();
    }

    @Override
    public Reader open() throws IOException {
        InputStream in = opener.open(file);
        Reader reader =
                new BufferedReader(
                        new InputStreamReader(
                                in,
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                        1 << 16);
        opened.add(reader);
        in.skipNBytes(survey.bomLength());
        return reader;
    }

    @Override
    public String head(int length) throws IOException {
        try (Reader reader = open()) {
            char[] text = new char[length];
            int read = 0;
            int n = reader.read(text, 0, length);
            while (n > 0) {
                read += n;
                n = reader.read(text, read, length - read);
            }
            return new String(text, 0, read);
        }
    }

    @Override
    public String whole() throws IOException {
        try (Reader reader = open()) {
            return reader.readAllAsString();
        }
    }

    @Override
    public boolean endsWithLineBreak() {
        return endsWithLineBreak;
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : opened) {
            reader.close();
        }
    }
}
