package credence.architecture.canary.core.value;

import java.io.FileInputStream;

public final class ReadsAFile {
    FileInputStream in;
}
