package lathe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Utf8StreamsTest {
    @Test
    void theCLocaleStillPrintsChinese(@TempDir Path folder) throws IOException, InterruptedException {
        Path recipe = Files.writeString(folder.resolve("r.yaml"), "name: x\n训练: []\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder program = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), "lathe.Main", "run", recipe.toString());
        program.environment().put("LC_ALL", "C");
        Process process = program.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(3, process.waitFor(), text);
        assertTrue(text.contains("训练"), text);
    }
}
