package credence.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The same history on machines of other countries: neither hash nor board nor any word of the report may differ.
class EnvironmentTest {

    @TempDir Path folder;

    private String told(int number, String... options) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("run" + number));
        Path out = own.resolve("out.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneHistory.class.getName(),
                        own.toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        int status = process.waitFor();
        String told = Files.readString(out, StandardCharsets.UTF_8);
        assertEquals(0, status, told);
        return told;
    }

    @Test
    void localeZoneCharacterSetAndProcessorsChangeNothing()
            throws IOException, InterruptedException {
        String plain =
                told(
                        0,
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8");
        assertTrue(plain.contains("TrustBoard[asOf=2025-03-"), plain);
        assertTrue(plain.contains("refused=[]"), plain);
        assertEquals(
                plain,
                told(
                        1,
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=America/St_Johns",
                        "-Dfile.encoding=ISO-8859-9",
                        "-XX:ActiveProcessorCount=1"));
        assertEquals(
                plain,
                told(
                        2,
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=US-ASCII",
                        "-XX:ActiveProcessorCount=7"));
    }
}
