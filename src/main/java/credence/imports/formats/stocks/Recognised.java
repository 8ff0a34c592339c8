package credence.imports.formats.stocks;

import credence.imports.Detection;
import credence.imports.HeaderPlace;
import credence.imports.UnreadableFile;

/// The header that a format has found; a format that was only named by the user may have found none.
final class Recognised {

    private Recognised() {}

    static HeaderPlace place(Detection detection) throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null || !detection.recognised()) {
            throw new UnreadableFile(
                    detection.reason(), "Export the file again, with all its columns.");
        }
        return place;
    }
}
