package credence.service.port;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that can be read again and again.
@FunctionalInterface
public interface Content {
    InputStream open() throws IOException;
}
