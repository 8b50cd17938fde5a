package lathe.clean.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lathe.clean.rule.Duplicates;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Flavour;
import lathe.recipe.Survivor;
import lathe.run.Failure;
import lathe.run.RunCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearMeasureTest {
    @TempDir
    Path scratch;

    @Test
    void plantedCopiesAreFoundAndHardlyAnythingElse() throws IOException, Failure, RunCancelledException {
        PlantedSet planted = new PlantedSet();
        for (double threshold : new double[] {0.7, 0.75, 0.8}) {
            List<Integer> roots = Rules.clusters(new NearMeasure(Rules.near(threshold)), planted.texts(), scratch);
            Set<String> found = pairs(roots);
            long right = common(found, planted.pairs());
            double f1 = 2.0 * right / (found.size() + planted.pairs().size());

            assertTrue(f1 >= 0.98, "F1 at " + threshold + " is " + f1);
            long theirs = common(pairs(planted.datasketch(threshold)), planted.pairs());
            assertTrue(right >= theirs, right + " pairs at " + threshold + ", datasketch finds " + theirs);
        }
    }

    private static Set<String> pairs(List<Integer> roots) {
        Set<String> pairs = new TreeSet<>();
        for (int right = 0; right < roots.size(); right++) {
            for (int left = 0; left < right; left++) {
                if (roots.get(left).equals(roots.get(right))) {
                    pairs.add(left + " " + right);
                }
            }
        }
        return pairs;
    }

    private static long common(Set<String> left, Set<String> right) {
        return left.stream().filter(right::contains).count();
    }

    @Test
    void shortTextsStayDistinctAndEqualOnesAreFound() throws IOException, Failure, RunCancelledException {
        List<String> texts = List.of("cat", "dog", "Cat!", "今天", "明天", "今天。", "a b", "b a", "？", "！", "？ ", "", " ");
        for (boolean verify : new boolean[] {true, false}) {
            Duplicates rule = new NearMeasure(new DuplicateRules.NearDuplicates(
                    0.7, 5, 256, null, null, verify, Flavour.LATHE, Survivor.FIRST, List.of()));
            assertEquals(List.of(0, 1, 0, 3, 4, 3, 6, 7, 8, 9, 8, 11, 12), Rules.clusters(rule, texts, scratch));
        }
    }

    @Test
    void chineseIsComparedByCharactersAndMixedTextByBoth() throws IOException, Failure, RunCancelledException {
        String zh = "老木匠把河上的小桥仔细修好了，孩子们放学以后常常在那里谈起磨坊里的故事，一直说到天黑";
        String mixed = "我们用 GPU 训练 language model 的时候，loss 先下降再上升，于是把 learning rate 调低了一半，结果就稳定了";
        List<String> texts =
                List.of(zh, mixed, zh + "。", mixed.replace("loss", "Loss ") + "！", zh.replace("，", ""), "完全不同的一句话而已");

        assertEquals(List.of(0, 1, 0, 1, 0, 5), Rules.clusters(new NearMeasure(Rules.near(0.8)), texts, scratch));
    }

    @Test
    void aBlankTextHasNoDuplicates() throws Failure {
        assertEquals(0, Rules.measured(new NearMeasure(Rules.near(0.7)), " \u3000\n").length);
    }

    @Test
    void theShapeCanBeGivenAndVerifyingTakesSpaceOnlyWhereItIsAskedFor() throws Failure {
        Duplicates given = new NearMeasure(new DuplicateRules.NearDuplicates(
                0.7, 5, 112, 14, 8, false, Flavour.LATHE, Survivor.LONGEST, List.of()));
        Duplicates best = new NearMeasure(Rules.near(0.7));

        assertEquals(14, given.keys());
        assertEquals(0, given.signature());
        assertEquals(Survivor.LONGEST, given.keep());
        assertEquals(25, best.keys());
        assertEquals(32, best.signature());
    }

    @Test
    void verifyingKeepsApartWhatOnlyABandHasInCommon() throws IOException, Failure, RunCancelledException {
        String common = "the old bridge across the river was repaired by a carpenter who never forgot the mill ";
        String left = common + "and sold seven boxes of dried apples to the harbour master in the winter";
        String right = common + "while every visitor searched for the key to an empty cellar behind that house";
        for (boolean verify : new boolean[] {true, false}) {
            Duplicates oneRow = new NearMeasure(new DuplicateRules.NearDuplicates(
                    0.7, 5, 64, 64, 1, verify, Flavour.LATHE, Survivor.FIRST, List.of()));
            assertEquals(List.of(0, verify ? 1 : 0), Rules.clusters(oneRow, List.of(left, right), scratch));
        }
    }
}
