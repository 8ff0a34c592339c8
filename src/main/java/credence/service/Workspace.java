package credence.service;

import credence.service.port.JournalReader;
import credence.service.port.WorkspaceStore;

import java.nio.file.Path;
import java.time.InstantSource;

/// One open workspace with its use cases. One writer thread; any thread may ask.
public final class Workspace implements AutoCloseable {

    private final Desk desk;
    private final ImportService imports;
    private final ProfileService profiles;
    private final BeliefService beliefs;
    private final MarketService markets;
    private final ActService acts;
    private final SettingsService settings;
    private final HealthService health;

    /// Loads the facts, folds them (from a snapshot where one fits) and is ready.
    ///
    /// @param clock for the time of imports and acts; never for learning
    public static Workspace open(WorkspaceStore store, JournalReader reader, InstantSource clock) {
        return new Workspace(store, reader, clock);
    }

    private Workspace(WorkspaceStore store, JournalReader reader, InstantSource clock) {
        this.desk = new Desk(store);
        this.profiles = new ProfileService(desk);
        this.imports = new ImportService(desk, reader, clock, profiles);
        this.beliefs = new BeliefService(desk);
        this.markets = new MarketService(desk);
        this.acts = new ActService(desk, clock);
        this.settings = new SettingsService(desk, clock);
        this.health = new HealthService(desk);
    }

    public ImportService imports() {
        return imports;
    }

    public ProfileService profiles() {
        return profiles;
    }

    public BeliefService beliefs() {
        return beliefs;
    }

    public MarketService markets() {
        return markets;
    }

    public ActService acts() {
        return acts;
    }

    public SettingsService settings() {
        return settings;
    }

    public HealthService health() {
        return health;
    }

    public Feed feed() {
        return desk.feed();
    }

    /// The folder.
    public Path directory() {
        return desk.store().directory();
    }

    /// Version of the program, as its package says; "development" when run from its classes.
    static String version() {
        String version = Workspace.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// Ends the writer thread and closes the store.
    @Override
    public void close() {
        desk.close();
    }
}
