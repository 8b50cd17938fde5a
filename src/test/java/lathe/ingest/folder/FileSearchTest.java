package lathe.ingest.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import lathe.run.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSearchTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name :
                List.of("a.jsonl", "b.txt", "sub/c.jsonl", "sub/deep/d.jsonl.gz", ".hidden/e.jsonl", "sub/.f.txt")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> found(String pattern) throws Failure, IOException {
        FileSearch.Found found = FileSearch.in(folder + "/" + pattern);
        assertEquals(found.base(), FileSearch.base(folder + "/" + pattern));
        return found.files().stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void aFileIsItselfAndAFolderAllItHolds() throws Exception {
        assertEquals(List.of("b.txt"), found("b.txt"));
        assertEquals(List.of("sub/.f.txt"), found("sub/.f.txt"));
        assertEquals(List.of("a.jsonl", "b.txt", "sub/c.jsonl", "sub/deep/d.jsonl.gz"), found(""));
    }

    @Test
    void patternsAreUnderstoodWithoutAShell() throws Exception {
        assertEquals(List.of("a.jsonl"), found("*.jsonl"));
        assertEquals(List.of("a.jsonl", "sub/c.jsonl"), found("**/*.jsonl"));
        assertEquals(List.of("a.jsonl", "sub/c.jsonl", "sub/deep/d.jsonl.gz"), found("**/*.{jsonl,jsonl.gz}"));
        assertEquals(List.of("sub/c.jsonl"), found("s?b/[a-c].jsonl"));
        assertEquals(List.of("sub/c.jsonl", "sub/deep/d.jsonl.gz"), found("sub/**"));
    }

    @Test
    void aFileWhoseNameLooksLikeAPatternIsAFile() throws Exception {
        Files.createFile(folder.resolve("x[1].txt"));
        assertEquals(List.of("x[1].txt"), found("x[1].txt"));
    }

    @Test
    void nothingIsAFailureThatNamesThePath() {
        assertTrue(assertThrows(Failure.class, () -> found("none.txt")).where().endsWith("none.txt"));
        assertTrue(assertThrows(Failure.class, () -> found("*.pdf")).where().endsWith("*.pdf"));
        assertTrue(assertThrows(Failure.class, () -> found("{a,{b,c}}")).what().startsWith("This is no pattern"));
    }

    @Test
    void linksAreFollowedButNotInCircles() throws Exception {
        Files.createSymbolicLink(folder.resolve("sub/deep/up"), folder);
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("z"), folder.resolve("sub/deep"));

        assertEquals(List.of("a.jsonl", "b.txt", "sub/c.jsonl", "sub/deep/d.jsonl.gz", "z/d.jsonl.gz"), found(""));
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() throws Exception {
        Path closed = folder.resolve("sub/deep");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "whoever runs this may read everything");
            assertEquals(
                    closed.toString(),
                    assertThrows(Failure.class, () -> found("")).where());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
