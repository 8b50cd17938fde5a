package lathe.ingest.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredFilesTest {

    @TempDir
    private Path root;

    private void write(String name, String text) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void write(String... names) throws Exception {
        for (String name : names) {
            write(name, "x");
        }
    }

    private List<String> files() throws Exception {
        return FileSearch.in(root.toString()).files().stream()
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void hiddenFilesArePassedOver() throws Exception {
        write("b.txt", "a/c.txt", ".git/config", "a/.x", ".y/z.txt");

        assertEquals(List.of("a/c.txt", "b.txt"), files());
    }

    @Test
    void patternsAreGits() throws Exception {
        write(
                ".gitignore",
                """
                # a comment
                *.log
                !keep.log
                /top.txt
                build/
                docs/*.html
                **/tmp
                a/**/z.c
                deep/**
                \\#odd
                \\!odd
                trail\\\s
                n[0-9].txt
                m[!a-c].txt
                wh?t
                """);
        write(
                "x.log",
                "s/y.log",
                "s/keep.log",
                "top.txt",
                "s/top.txt",
                "build/o.c",
                "s/build/o.c",
                "s2/build",
                "docs/i.html",
                "docs/s/i.html",
                "s/tmp/q",
                "tmp/q",
                "a/z.c",
                "a/b/c/z.c",
                "deep/er/x",
                "#odd",
                "!odd",
                "n5.txt",
                "na.txt",
                "mb.txt",
                "md.txt",
                "what",
                "wheat");

        assertEquals(
                List.of("docs/s/i.html", "mb.txt", "na.txt", "s/keep.log", "s/top.txt", "s2/build", "wheat"), files());
    }

    @Test
    void theInnermostFileDecides() throws Exception {
        write(".gitignore", "*.txt\nout/\n");
        write("in/.gitignore", "!b.txt\n/only\n");
        write("in/deep/.gitignore", "b.txt\n");
        write("out/.gitignore", "!*\n");
        write("a.txt", "in/a.txt", "in/b.txt", "in/only/x", "in/deep/only/x", "in/deep/b.txt", "out/c");

        assertEquals(List.of("in/b.txt", "in/deep/only/x"), files());
    }

    @Test
    void aPatternIsMatchedInLinearTime() throws Exception {
        write(".gitignore", "*a*a*a*a*a*a*a*a*a*a*a*a*b\n[\n[z-a]\n*\\\n");
        write("a".repeat(200));

        assertEquals(1, files().size());
    }
}
