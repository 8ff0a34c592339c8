package credence.service;

import credence.service.port.BatchSummary;
import credence.service.port.ImportOptions;
import credence.service.port.NearName;
import credence.service.port.mapping.ImportProfile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Import profiles of a workspace: kept by name, used by imports, taken to other workspaces as JSON.
public final class ProfileService {

    private final Desk desk;

    ProfileService(Desk desk) {
        this.desk = desk;
    }

    /// By name.
    public List<ImportProfile> all() {
        return desk.store().profiles().all();
    }

    /// @throws ServiceException when there is none of that name (the message names a near one)
    public ImportProfile get(String name) {
        return desk.store()
                .profiles()
                .find(name)
                .orElseThrow(
                        () ->
                                new ServiceException(
                                        "There is no import profile named “"
                                                + name
                                                + "”."
                                                + NearName.of(
                                                                name,
                                                                all().stream()
                                                                        .map(ImportProfile::name)
                                                                        .toList())
                                                        .map(near -> " Is “" + near + "” meant?")
                                                        .orElse("")
                                                + " “profiles” lists all."));
    }

    /// Keeps a profile, replacing the one of its name.
    public void save(ImportProfile profile) {
        desk.change(
                () -> {
                    desk.store().profiles().save(profile);
                    return profile;
                });
    }

    /// Keeps a profile by which an import came in. If nothing of that was refused, the profile has succeeded, and may watch
    /// folders.
    ///
    /// @param batch number of the import
    public void save(ImportProfile profile, long batch) {
        Optional<Instant> whole =
                desk.store().facts().batches().stream()
                        .filter(b -> b.batch() == batch)
                        .filter(
                                b ->
                                        b.files().stream()
                                                .allMatch(
                                                        f -> !f.failed() && f.refused().isEmpty()))
                        .map(BatchSummary::importedAt)
                        .findFirst();
        save(whole.isPresent() ? profile.succeeded(whole) : profile);
    }

    /// @throws ServiceException when there is none of that name, or one of the other already
    /// @throws IllegalArgumentException when the other is no name, with a sentence for the trader
    public void rename(String name, String other) {
        ImportProfile found = get(name);
        ImportProfile named = found.named(other);
        boolean same = named.name().equalsIgnoreCase(found.name());
        if (!same && desk.store().profiles().find(named.name()).isPresent()) {
            throw new ServiceException(
                    "There is an import profile named “" + named.name() + "” already.");
        }
        var unused =
                desk.change(
                        () -> {
                            if (same) {
                                desk.store().profiles().delete(found.name());
                            }
                            desk.store().profiles().save(named);
                            return same || desk.store().profiles().delete(found.name());
                        });
    }

    /// @throws ServiceException when there is none of that name
    public void delete(String name) {
        ImportProfile found = get(name);
        var unused = desk.change(() -> desk.store().profiles().delete(found.name()));
    }

    /// The profile as JSON, for another workspace.
    ///
    /// @throws ServiceException when there is none of that name
    public String export(String name) {
        return desk.store().profiles().write(get(name));
    }

    /// What a profile would look like as JSON, saved or not.
    public String text(ImportProfile profile) {
        return desk.store().profiles().write(profile);
    }

    /// Reads and keeps a profile from JSON.
    ///
    /// @param name to keep it under; else its own
    /// @param replace whether one of that name may be replaced
    /// @throws ServiceException when there is one already
    /// @throws credence.service.port.StoreException when the text is no profile
    public ImportProfile importText(String json, Optional<String> name, boolean replace) {
        ImportProfile read = desk.store().profiles().read(json);
        ImportProfile named = name.map(read::named).orElse(read);
        if (!replace && desk.store().profiles().find(named.name()).isPresent()) {
            throw new ServiceException(
                    "There is an import profile named “"
                            + named.name()
                            + "” already. Give another name, or say that it may be replaced.");
        }
        save(named);
        return named;
    }

    /// Options with their profile found and, where none is named, those that may be used unasked.
    ImportOptions found(ImportOptions options) {
        if (options.using().isPresent()) {
            return options.using(options.using().get());
        }
        if (options.profile().isPresent()) {
            return options.using(get(options.profile().get()));
        }
        return options.profiles(all().stream().filter(ImportProfile::automatic).toList());
    }
}
