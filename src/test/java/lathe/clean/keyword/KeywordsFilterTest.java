package lathe.clean.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.recipe.ContentRules;
import lathe.recipe.Flavour;
import lathe.recipe.StatisticRules;
import lathe.run.Failure;
import lathe.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordsFilterTest {

    @Test
    void keywordsAreWholeWordsWhereWordsHaveSpaces() {
        KeywordTrie trie = new KeywordTrie(List.of("ass", "click here", "点击", "<br>", "点击这里"));

        assertEquals(0, trie.hits("classic assets, an ass1").words());
        assertEquals(1, trie.hits("an ASS.").words());
        assertEquals(2, trie.hits("please Click Here!").words());
        assertEquals(2, trie.hits("请点击下载").words());
        assertEquals(4, trie.hits("点击这里").words(), "the longest entry counts, once");
        assertEquals(1, trie.hits("点击这里").matches());
        assertEquals(2, trie.hits("a<br>b<br>c").words());
        assertEquals(1, trie.hits("中文ass中文").words(), "Han beside a Latin word is an edge");
        assertEquals(new KeywordTrie.Hits(0, 0), trie.hits(""));
    }

    @Test
    void chineseIsFoundInsideRunningText() throws Exception {
        Filter filter = Rules.filter(Rules.keywords(Flavour.LATHE, false, "坏蛋", "一", "士", "上"));

        assertEquals(2.0 / 9, Rules.scores(filter, "他是个坏蛋，真讨厌呀。")[0]);
        assertEquals(1, Rules.scores(filter, "坏蛋")[0]);
        assertEquals(1, Rules.scores(filter, "一士上")[0], "一, 士 and 上 are words, not special characters");
    }

    @Test
    void caseOfAnyAlphabetDoesNotCount() {
        KeywordTrie trie = new KeywordTrie(List.of("Москва", "ΑΘΗΝΑ", "𐐀𐐁", "𠮷野家"));

        assertEquals(4, trie.hits("МОСКВА, αθηνα, 𐐨𐐩; 去𠮷野家吃饭").matches());
        assertEquals(0, trie.hits("москвае 𐐨𐐩𐐨").matches());
    }

    @Test
    void ratioIsOfWordsAndHitsAreCounted() throws Exception {
        Filter filter = Rules.filter(Rules.keywords(Flavour.LATHE, false, "click here", "!!!"));

        assertEquals(List.of("ratio", "hits"), filter.columns());
        assertEquals(2.0 / 4, Rules.scores(filter, "Click here, thank you")[0]);
        assertEquals(1, Rules.scores(filter, "Click here, thank you")[1]);
        assertEquals(1, Rules.scores(filter, "!!!")[0], "a text without words scores 1 if it has a hit");
        assertEquals(0, Rules.scores(filter, "")[0]);
    }

    @Test
    void aMaximumOfZeroDropsOnTheFirstHit() throws Exception {
        Filter filter = Rules.filter(Rules.keywords(Flavour.LATHE, false, "rude"));

        assertNull(filter.decide(Scores.in(Rules.scores(filter, "polite"), 0)));
        assertEquals(new Broken(0.2, "at most 0"), filter.decide(Scores.in(Rules.scores(filter, "a b c d rude"), 0)));
    }

    @Test
    void theTableCountsWordsAsTheDefinitionDoes() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x2FFFF) : random.nextInt(0x3100);
                text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? '木' : c);
            }
            assertEquals(Words.count(text.toString()), CharacterKinds.words(text.toString()));
        }
    }

    @Test
    void everyListOfOurOwnLoadsAndHits() throws Exception {
        for (String name : KeywordLists.names()) {
            List<String> entries = KeywordLists.load(name, Path.of(""));
            assertTrue(entries.size() >= 9, name);
            assertEquals(
                    entries.size(),
                    List.copyOf(new java.util.TreeSet<>(entries)).size(),
                    name);
            KeywordTrie trie = new KeywordTrie(entries);
            entries.forEach(entry -> assertEquals(1, trie.hits(entry).matches(), entry));
        }
    }

    @Test
    void listsOfOnesOwnComeFromFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "# a remark\nfoo\n\n 胡说 \n");
        ContentRules.Keywords rule =
                new ContentRules.Keywords(List.of(), List.of("mine.txt", "html"), null, Flavour.LATHE, false);

        Filter filter = Rules.filter(rule, folder);

        assertEquals(3, Rules.scores(filter, "foo <br> 胡说")[1]);
        assertNull(filter.decide(Scores.in(Rules.scores(filter, "foo"), 0)), "without a bound it only scores");
        ContentRules.Keywords wrong = new ContentRules.Keywords(List.of(), List.of("htlm"), null, Flavour.LATHE, false);
        assertTrue(assertThrows(Failure.class, () -> Rules.filter(wrong, folder))
                .describe()
                .contains("html"));
    }

    @Test
    void otherRulesAreNotOurs() throws Exception {
        assertNull(KeywordFilters.of(new StatisticRules.TextLength(null, null), Rules.services(Path.of(""))));
        assertFalse(KeywordLists.names().isEmpty());
    }
}
