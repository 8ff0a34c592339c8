package credence.desktop.panel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Undo import 3 first (credence undo-import).|Undo import 3 first (in the Journal, under Imports).
                    say --currency EUR (or whatever your account is in)|give EUR as “Currency” (or whatever your account is in)
                    say that they are of another account (--account).|say that they are of another account (“Account”).
                    Map the column as gross-pnl, or correct the row.|Map the column as “result before costs”, or correct the row.
                    Fill in the bot, or say --bot NAME.|Fill in the bot, or give “Bot”.
                    By your word (--date-order day) this is|By your word (day as “Dates are written”) this is
                    Leave --format out to have the format recognised.|Leave “Format” out to have the format recognised.
                    Correct its time, or --interval.|Correct its time, or --interval.
                    The price is 2.|The price is 2.
                    """)
    void anOptionOfTheCommandLineIsAFieldOfTheWindow(String message, String shown) {
        assertEquals(shown, WindowWords.of(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Say --zone.|Give the time zone of its times in the form above.
                    Leave --symbol out: the file names its symbols.|Leave “Symbol” out: the file names its symbols.
                    Fill in the bot, or say --bot NAME.|Fill in the bot, or give “Bot”.
                    """)
    void aRemedyNamesTheForm(String remedy, String shown) {
        assertEquals(shown, ImportProjection.remedy(remedy));
    }
}
