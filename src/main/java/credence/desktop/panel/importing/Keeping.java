package credence.desktop.panel.importing;

/// What outlives an import: profiles, watched folders, and what can be done when one is done.
public record Keeping(SavedProfiles profiles, WatchedFolders folders, AfterImport after) {}
