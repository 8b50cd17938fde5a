package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.clean.rule.Filter;
import lathe.clean.rule.RuleServices;
import lathe.clean.rule.Scores;
import lathe.data.Document;
import lathe.recipe.Contaminated;
import lathe.recipe.ContentRules;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;

class DecontaminateTest {
    private static final String QUESTION =
            "A farmer has seven boxes of dried apples and sells two of them each day, how many days does it take?";
    private static final String ZH = "小明有七箱晒干的苹果，每天卖掉两箱，请问几天以后能够全部卖完？";
    private static final String SHORT = "Which bell rings only on Sundays at noon?";
    private static final String TINY = "Paris";

    private static final RuleServices SERVICES = new NoServices() {
        @Override
        public Stream<Document> documents(Path file) {
            return file.equals(Path.of("recipes/quiz.jsonl"))
                    ? Stream.of(Document.text("q1", "quiz", QUESTION), Document.text("q2", "quiz", SHORT))
                    : Stream.of(Document.text("z1", "zh", ZH), Document.text("t1", "zh", TINY));
        }
    };

    @Test
    void aRunOfThirteenWordsIsFoundWhateverItsCaseAndPunctuation() throws Failure, IOException {
        String run = "SEVEN boxes of dried apples -- and sells two of them, each day; how";
        double[] scores = scores("Once I read this: " + run + " nice.");

        assertEquals(1, scores[0]);
        assertEquals(13 / 18.0, scores[1], 1e-12);
        assertEquals(0, scores[2], "the number of the item");
        assertEquals(0, scores("Once: seven boxes of dried apples and sells two of them each day.")[0], "only twelve");
    }

    @Test
    void chineseIsFoundByCharacters() throws Failure, IOException {
        double[] scores = scores("题目：小明有七箱晒干的苹果、每天卖掉两箱！答案是四天。");

        assertEquals(1, scores[0]);
        assertEquals(16 / 23.0, scores[1], 1e-12);
        assertEquals(2, scores[2]);
        assertEquals(0, scores("小明有七箱晒干的苹果和梨，每天卖掉")[0], "runs of ten and five only");
    }

    @Test
    void shorterItemsCountWholeAndVeryShortOnesOnlyAsTheWholeText() throws Failure, IOException {
        assertEquals(1, scores("He asked: which bell rings only on sundays at noon? Nobody knew.")[0]);
        assertEquals(0, scores("Which bell rings only on Sundays at night?")[0]);
        assertEquals(1, scores("paris.")[0]);
        assertEquals(0, scores("We went to Paris.")[0]);
    }

    @Test
    void separateRunsAreSeparateHitsAndTheFirstNamesTheItem() throws Failure, IOException {
        double[] scores = scores(SHORT + " And then something else. " + QUESTION);

        assertEquals(2, scores[0]);
        assertEquals(1, scores[2]);
        assertEquals(29 / 33.0, scores[1], 1e-12);
    }

    @Test
    void textsWithoutUnitsHaveNoHits() throws Failure, IOException {
        double[] scores = scores("…");
        assertEquals(0, scores[0]);
        assertEquals(0, scores[1]);
        assertTrue(Double.isNaN(scores[2]));
    }

    @Test
    void theActionSaysWhatBecomesOfAText() throws Failure, IOException {
        Scores one = Scores.in(new double[] {1, 0.5, 1}, 0);
        Scores ten = Scores.in(new double[] {10, 0.5, 1}, 0);
        Scores none = Scores.in(new double[] {0, 0, Double.NaN}, 0);

        assertEquals(
                new Broken("quiz.jsonl#q2", "no 13 in a row from a test set"),
                filter(Contaminated.DROP, 200).decide(one));
        assertNull(filter(Contaminated.DROP, 200).decide(none));
        assertNull(filter(Contaminated.CUT, 200).decide(one));
        assertEquals(
                new Broken(10, "fewer than 10 runs to cut"),
                filter(Contaminated.CUT, 200).decide(ten));
        assertNull(filter(Contaminated.REPORT, 200).decide(ten));
    }

    @Test
    void theScoresNameTheItem() throws Failure, IOException {
        Filter filter = filter(Contaminated.REPORT, 200);

        assertEquals(
                Map.of("hits", 1L, "coverage", 0.5, "item", "z1", "file", "zh.jsonl"),
                filter.json(Scores.in(new double[] {1, 0.5, 2}, 0)));
        assertEquals(Map.of("hits", 0L, "coverage", 0.0), filter.json(Scores.in(new double[] {0, 0, Double.NaN}, 0)));
    }

    @Test
    void theRunIsCutWithWhatIsAroundIt() throws Failure, IOException {
        assertEquals("before [] after", cut("before [" + QUESTION.replace("?", "") + "] after", 0));
        String text = "一二三四五六七八九十" + SHORT + "甲乙丙丁戊己庚辛";

        assertEquals("一二三四五六七丙丁戊己庚辛", cut(text, 3));
        assertEquals("一二三四五", cut(text, 5), "the piece behind is shorter than five");
        assertEquals("", cut(text, 100));
        assertEquals("没有题目", cut("没有题目", 0));
    }

    @Test
    void piecesBetweenRunsGoIfTheyAreShort() throws Failure, IOException {
        String between = " 0123456789 0123456789 ";
        String text = SHORT + between + SHORT.toLowerCase(java.util.Locale.ROOT);

        assertEquals("", cut(text, 10));
        assertEquals("", cut("😀" + text + "😀", 2).replaceAll("[0-9 ]", ""), "counted in characters");
        assertEquals("3456789 01234567", cut(SHORT + between + "x " + SHORT, 5));
    }

    @Test
    void aTextThatTheFilterWillDropIsNotCut() throws Failure, IOException {
        String text = (SHORT + " 。一。 ").repeat(10);
        assertEquals(text, cut(text, 5));
        assertEquals("", cut((SHORT + " 。一。 ").repeat(9), 5));
    }

    @Test
    void onlyACuttingRuleHasAnEditAndATestSetMustBeNamed() throws Failure, IOException {
        assertNull(DecontaminateFactory.cut(filter(Contaminated.DROP, 200)));
        ContentRules.Decontaminate none = new ContentRules.Decontaminate(List.of(), 13, Contaminated.DROP, 200, 10);
        assertThrows(Failure.class, () -> DecontaminateFactory.of(none, SERVICES));
        assertNull(DecontaminateFactory.of(new ContentRules.Exempt(List.of(), ""), SERVICES));
    }

    private static Filter filter(Contaminated action, int around) throws Failure, IOException {
        ContentRules.Decontaminate rule =
                new ContentRules.Decontaminate(List.of("quiz.jsonl", "zh.jsonl"), 13, action, around, 10);
        return Objects.requireNonNull(DecontaminateFactory.of(rule, SERVICES));
    }

    private static double[] scores(String text) throws Failure, IOException {
        double[] scores = new double[4];
        filter(Contaminated.DROP, 200).score(Rules.view(text), scores, 1);
        return new double[] {scores[1], scores[2], scores[3]};
    }

    private static String cut(String text, int around) throws Failure, IOException {
        Changes changes = new Changes();
        Edit edit = Objects.requireNonNull(DecontaminateFactory.cut(filter(Contaminated.CUT, around)));
        edit.edit(text, changes);
        return changes.applyTo(text);
    }
}
