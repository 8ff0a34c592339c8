package credence.service.port;

/// What the trader may decide about one row of a file, where the rules leave a choice (`rules.md` 8, 9).
public enum RowChoice {
    /// Of a row that is known with other content: what is known stays.
    KEEP_KNOWN("keep"),
    /// Of a row that is known with other content: this content counts from now on.
    REPLACE("replace"),
    /// Of any row: it does not come in.
    LEAVE_OUT("leave-out"),
    /// Of a row that looks like a known one and has no id of its own: it is another one all the same. Of a row that was left out
    /// before: it comes in now.
    IMPORT("import");

    private final String word;

    RowChoice(String word) {
        this.word = word;
    }

    /// The choice as it is typed.
    public String word() {
        return word;
    }
}
