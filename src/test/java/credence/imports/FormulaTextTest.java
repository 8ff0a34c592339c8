package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.csv.CredenceCsv;
import credence.core.csv.FormulaText;
import credence.core.fact.Fill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Spreadsheets run what begins with = + - @ or a tab; an apostrophe in front makes it text.
class FormulaTextTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "=cmd|calc",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|x",
                "\t=1",
                "'=1",
                "''=1",
                "'''@x"
            })
    void aFormulaIsWrittenAsTextAndReadBackAsItWas(String text) {
        String written = FormulaText.guarded(text);
        assertTrue(written.startsWith("'"), written);
        assertEquals(text, FormulaText.plain(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "+1.5",
                "-1.5e-3",
                "-8.50 USD",
                "-3 %",
                "Trend",
                "'quoted'",
                "-",
                "'s",
                "A=B"
            })
    void numbersAndPlainTextStayAsTheyAre(String text) {
        assertEquals(text, FormulaText.guarded(text));
        assertEquals(text, FormulaText.plain(text));
    }

    @Test
    void aBotOfSuchANameGoesOutHarmlessAndComesInAgain() throws IOException {
        String file =
                "time,bot,symbol,side,quantity,price,=note\n"
                    + "2026-01-05T10:00:00Z,\"=HYPERLINK(\"\"http://x\"\")\",ETHUSDT,BUY,1,10,@x\n";
        Fill fill = first(file);
        assertEquals("=HYPERLINK(\"http://x\")", fill.bot().name());
        StringBuilder out = new StringBuilder();
        CredenceCsv.writeFills(List.of(fill), out);
        assertFalse(out.toString().matches("(?s).*(^|[,\\n])\"?[=@].*"), out::toString);
        assertEquals(fill, first(out.toString()));
    }

    private Fill first(String text) {
        return (Fill)
                new Journal(folder)
                        .read("f.csv", text, Choices.NONE)
                        .rows()
                        .iterator()
                        .next()
                        .row();
    }
}
