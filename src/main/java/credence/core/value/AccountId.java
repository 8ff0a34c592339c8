package credence.core.value;

/// Name of an account at a broker or exchange; ledger and equity are kept per account.
///
/// @param name not blank; compared as it is, case counts
public record AccountId(String name) implements Comparable<AccountId> {

    /// The account of rows whose source names none.
    public static final AccountId DEFAULT = new AccountId("default");

    public AccountId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("account name is blank");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
