package credence.app;

import org.jspecify.annotations.Nullable;

/// Version of the program as its jar states it.
final class Version {

    private Version() {}

    static String text() {
        @Nullable String stated = Version.class.getPackage().getImplementationVersion();
        return stated == null ? "(from its source tree)" : stated;
    }
}
