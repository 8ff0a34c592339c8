package credence.service;

/// Everything rebuilt from facts and compared.
///
/// @param stateHash hash of the state as it stands
/// @param rebuilt hash of the state folded from zero
/// @param archiveComplete whether every imported file is in the archive under its hash
public record VerifyReport(
        String stateHash,
        String rebuilt,
        boolean equal,
        boolean archiveComplete,
        boolean auditIntact,
        long facts) {}
