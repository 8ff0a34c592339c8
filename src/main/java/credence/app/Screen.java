package credence.app;

import credence.cli.Window;
import credence.service.ServiceException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The desktop and whether there is a screen for it.
final class Screen implements Window {

    private final Map<String, String> environment;

    Screen(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean possible() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    @Override
    public int show(Path workspace) {
        throw new ServiceException("The desktop is not built yet.");
    }
}
