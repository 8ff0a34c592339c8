package credence.service.port;

import java.util.Optional;

/// States of the fold, and fits that it looks up, kept to start faster. A cache: deleting all of it loses nothing.
public interface SnapshotStore {

    /// @param facts how many facts of the fold's order are folded into the state
    /// @param prefixHash hash over the order of these facts, see the replay engine
    /// @param configurationHash hash of the configuration they were folded under
    /// @param codec version of the state's encoding
    record Snapshot(
            long facts, String prefixHash, String configurationHash, int codec, byte[] state) {}

    void save(Snapshot snapshot);

    /// The snapshot with the most facts not above `atMostFacts` under the same configuration and codec.
    Optional<Snapshot> latest(long atMostFacts, String configurationHash, int codec);

    void clear();
}
