package credence.service.port;

import java.time.Instant;
import java.util.List;

/// Append-only, hash-chained record of what a person or a rule decided.
public interface AuditLog {

    /// @param hash over the previous entry's hash and this entry's fields
    record Entry(
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            String hash) {}

    void append(Instant at, String actor, String action, String subject, String detail);

    /// All entries, oldest first.
    List<Entry> entries();

    /// Whether every hash follows from its predecessor.
    boolean intact();
}
