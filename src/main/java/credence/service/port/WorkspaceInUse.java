package credence.service.port;

/// Another program has the workspace. It may be done in a moment.
public final class WorkspaceInUse extends StoreException {

    private final String holder;

    /// @param holder who has it, as far as known: `Credence (desktop, process 1234, since 14:02)`
    public WorkspaceInUse(String holder, String message) {
        super(message);
        this.holder = holder;
    }

    public String holder() {
        return holder;
    }
}
