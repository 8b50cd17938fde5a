package lathe.ui.step.corpus.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.run.RunContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    @TempDir
    Path folder;

    @Test
    void showsTheFileAroundItsLine() throws Exception {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "one\ntwo\nthree\n");
        Place place = new Place(file.toString(), 2, "", "stored");
        assertEquals("a.jsonl:2", place.shortName());
        Place.Shown shown = place.read(RunContext.quiet());
        assertTrue(shown.ofFile());
        assertEquals(List.of("one", "two", "three"), shown.lines().lines());
    }

    @Test
    void whatHasNoLinesShowsWhatIsStored() throws Exception {
        Path archive = Files.writeString(folder.resolve("a.zip"), "PK");
        Path binary = Files.write(folder.resolve("b.bin"), new byte[] {1, 0, 2});
        for (String file : List.of(archive + "!/in/a.jsonl", archive.toString(), binary.toString())) {
            Place.Shown shown = new Place(file, 1, "", "{\n  stored\n}").read(RunContext.quiet());
            assertFalse(shown.ofFile());
            assertTrue(shown.exists());
            assertEquals(3, shown.lines().lines().size());
        }
        assertEquals(archive, new Place(archive + "!/in/a.jsonl", 1, "", "").onDisk());
        assertFalse(
                new Place(folder + "/gone", 1, "", "x").read(RunContext.quiet()).exists());
    }

    @Test
    void everySystemHasItsFileManager() {
        Path file = folder.resolve("a.jsonl");
        assertEquals("explorer.exe", FileManager.command(file, "windows 11").get(0));
        assertEquals(List.of("open", "-R", file.toString()), FileManager.command(file, "mac os x"));
        assertEquals(List.of("xdg-open", folder.toString()), FileManager.command(file, "linux"));
    }
}
