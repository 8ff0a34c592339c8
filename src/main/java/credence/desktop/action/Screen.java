package credence.desktop.action;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screens, in the order of the side bar. A screen appears here when it works, not before.
public enum Screen {
    OVERVIEW("Overview", Feather.GRID, "Whom do I trust today?"),
    BOT("Bot", Feather.CPU, "Why does this bot stand where it stands?"),
    BELIEFS("Beliefs", Feather.TRENDING_UP, "How did we come to believe it?"),
    REGIMES("Regimes", Feather.LAYERS, "What is the market doing?"),
    JOURNAL("Journal", Feather.BOOK_OPEN, "What came in?"),
    IMPORT("Import", Feather.DOWNLOAD, "Bring in fills, trades, predictions or price bars."),
    SETTINGS("Settings", Feather.SETTINGS, "How the program looks and how it learns.");

    private final String words;
    private final Ikon icon;
    private final String question;

    Screen(String words, Ikon icon, String question) {
        this.words = words;
        this.icon = icon;
        this.question = question;
    }

    public String words() {
        return words;
    }

    public Ikon icon() {
        return icon;
    }

    /// What the screen answers.
    public String question() {
        return question;
    }
}
