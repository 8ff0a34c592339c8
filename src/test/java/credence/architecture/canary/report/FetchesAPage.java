package credence.architecture.canary.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

public final class FetchesAPage {
    public InputStream page(URL url) throws IOException {
        return url.openStream();
    }
}
