package lathe.ui.step.corpus.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceNamesTest {

    @Test
    void namesComeFromTheFileAndAreNeverTaken() {
        assertEquals("wiki_en", SourceNames.unused(Path.of("/data/wiki_en.txt"), Set.of()));
        assertEquals("wiki_en-2", SourceNames.unused(Path.of("/data/wiki_en.txt"), Set.of("wiki_en")));
        assertEquals("我的-语料", SourceNames.unused(Path.of("我的 语料.jsonl"), Set.of()));
    }

    @Test
    void pathsBelowTheRecipeAreRelative() {
        Path base = Path.of("/home/a/project");
        assertEquals("web/one.txt", SourceNames.seenFrom(base, Path.of("/home/a/project/web/one.txt")));
        assertEquals("/srv/two.txt", SourceNames.seenFrom(base, Path.of("/srv/two.txt")));
    }
}
