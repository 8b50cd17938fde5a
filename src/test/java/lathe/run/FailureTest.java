package lathe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aFullDiskIsAResourceThatRanOut() {
        Failure failure =
                Failure.of(new FileSystemException("/data/x", null, "No space left on device"), "all steps so far");

        assertEquals(4, failure.kind().exitStatus());
        assertEquals("/data/x", failure.where());
        assertTrue(failure.describe().contains("safe:  all steps so far"), failure.describe());
        assertEquals(
                4,
                Failure.of(new IOException("No space left on device"), "")
                        .kind()
                        .exitStatus());
    }

    @Test
    void aMissingFileIsBadInputThatNamesTheFile() {
        Failure failure = Failure.of(new NoSuchFileException("corpus.txt"), "");

        assertEquals(3, failure.kind().exitStatus());
        assertEquals("corpus.txt", failure.where());
    }
}
