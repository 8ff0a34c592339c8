package credence.cli;

/// Takes in what should never happen.
@FunctionalInterface
public interface FaultDesk {

    /// Writes the failure to the log and says in a few lines what happened: a short code, what still works, where the
    /// log is.
    String record(Throwable failure);
}
