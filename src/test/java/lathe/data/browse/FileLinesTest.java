package lathe.data.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLinesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16"})
    void showsTheLinesAroundALine(String charset) throws Exception {
        FileLines lines = read(write("一\n二\r\n上\n四\n五\n", Charset.forName(charset)), charset, 3, 1);
        assertEquals(new FileLines(2, List.of("二", "上", "四")), lines);
        assertTrue(lines.has(3));
    }

    @Test
    void endsWhereTheFileEnds() throws Exception {
        Path file = write("a\nb", StandardCharsets.UTF_8);
        assertEquals(new FileLines(1, List.of("a", "b")), read(file, "UTF-8", 2, 5));
        assertFalse(read(file, "UTF-8", 9, 2).has(9));
    }

    @Test
    void cutsLinesThatNobodyCouldRead() throws Exception {
        FileLines lines = read(write("x".repeat(3_000_000) + "\nnext\n", StandardCharsets.UTF_8), "UTF-8", 2, 1);
        assertEquals("next", lines.lines().get(1));
        assertTrue(lines.lines().get(0).length() < 30_000);
        assertTrue(lines.lines().get(0).endsWith(" …"));
    }

    private Path write(String text, Charset charset) throws Exception {
        return Files.write(folder.resolve("file"), text.getBytes(charset));
    }

    private static FileLines read(Path file, String charset, long line, int around) throws Exception {
        return FileLines.read(file, Charset.forName(charset), line, around, RunContext.quiet());
    }
}
