package lathe.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTextTest {

    @Test
    void constantsAreFilledInAndCommentsLeftOut() {
        String text = ProgramText.of(Map.of("NORM_EPS", 1e-5))
                .with("norm_rms")
                .build()
                .text();
        assertTrue(text.startsWith("class M(Module):\n"), text);
        assertTrue(text.contains("  def norm(self: __torch__.M, x: Tensor, w: Tensor) -> Tensor:\n"), text);
        assertTrue(text.contains("w, 1.0E-5)"), text);
        assertFalse(text.contains("#"), text);
    }

    @Test
    void missingConstantIsNamed() {
        ProgramText.Builder empty = ProgramText.of(Map.of());
        Exception error = assertThrows(IllegalStateException.class, () -> empty.with("norm_rms"));
        assertEquals("norm_rms.py needs the constant NORM_EPS", error.getMessage());
    }

    @Test
    void moduleIsJoinedOnce() {
        Map<String, Object> constants = Map.of("NORM_EPS", 1e-5);
        assertEquals(
                ProgramText.of(constants).with("norm_rms").build(),
                ProgramText.of(constants).with("norm_rms", "norm_rms").build());
    }

    @Test
    void archiveIsAZipWithoutCompressionAndEqualForEqualTexts(@TempDir Path folder) throws Exception {
        ProgramText text = ProgramText.of(Map.of()).with("tensors").build();
        Path one = folder.resolve("one.pt");
        Path other = folder.resolve("other.pt");
        ProgramArchive.write(text, one);
        ProgramArchive.write(text, other);
        assertEquals(-1, Files.mismatch(one, other));
        try (ZipFile zip = new ZipFile(one.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertEquals(List.of("m/version", "m/data.pkl", "m/constants.pkl", "m/code/__torch__.py"), names);
            assertTrue(zip.stream().allMatch(entry -> entry.getMethod() == ZipEntry.STORED));
        }
    }
}
