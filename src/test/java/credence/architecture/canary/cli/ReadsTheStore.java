package credence.architecture.canary.cli;

import credence.architecture.canary.store.Table;

public final class ReadsTheStore {
    Table table;
}
