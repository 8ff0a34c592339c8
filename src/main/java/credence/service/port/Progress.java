package credence.service.port;

/// How far a long task is, and whether it should stop. Called from worker threads.
public interface Progress {

    Progress NONE =
            new Progress() {
                @Override
                public void update(String phase, long done, long total) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// @param phase what is being done, in words for the status bar
    /// @param total 0 when unknown
    void update(String phase, long done, long total);

    boolean cancelled();

    /// @throws java.util.concurrent.CancellationException when the task should stop
    default void checkCancelled() {
        if (cancelled()) {
            throw new java.util.concurrent.CancellationException("cancelled");
        }
    }
}
