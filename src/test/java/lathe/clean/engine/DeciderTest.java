package lathe.clean.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lathe.clean.rule.Bounds;
import lathe.clean.rule.Broken;
import lathe.clean.rule.Duplicates;
import lathe.clean.rule.Filter;
import lathe.clean.rule.Scores;
import lathe.clean.rule.View;
import lathe.recipe.Survivor;
import lathe.run.Randoms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reason is the first rule of the list; survivors are chosen among what the filters keep. */
class DeciderTest {
    private static final double KEPT = 0;
    private static final double BROKEN = 1;

    @Test
    void theReasonIsTheFirstRuleThatSpeaksAgainstARecord() {
        Decisions decisions = decide(2, List.of(), new double[][] {{KEPT, KEPT}, {KEPT, BROKEN}, {BROKEN, BROKEN}});

        assertTrue(decisions.keeps(0));
        assertEquals(1, decisions.rule(1));
        assertEquals(0, decisions.rule(2));
    }

    @Test
    void aCopyNeverGoesInFavourOfARecordThatGoesToo() {
        // all three are the same, the first breaks the filter that stands behind the duplicate rule
        Decisions decisions = decide(1, List.of(new int[] {0, 0, 0}), new double[][] {{BROKEN}, {KEPT}, {KEPT}});

        assertTrue(decisions.keeps(1));
        assertEquals(1, decisions.survivor(2));
        assertEquals(1, decisions.survivor(0), "the duplicate rule stands first, so it is the reason");
    }

    @Test
    void aClusterThatNobodySurvivesHasNoDuplicates() {
        Decisions decisions = decide(1, List.of(new int[] {0, 0}), new double[][] {{BROKEN}, {BROKEN}});

        assertEquals(Decisions.NONE, decisions.survivor(0));
        assertEquals(1, decisions.rule(1), "the filter, which stands second");
    }

    @Test
    void laterDuplicateRulesChooseAmongWhatEarlierOnesLeft() {
        List<int[]> clusters = List.of(new int[] {0, 0, 2}, new int[] {0, 1, 1});
        Decisions decisions = decide(0, clusters, new double[][] {{}, {}, {}});

        assertTrue(decisions.keeps(0));
        assertEquals(0, decisions.survivor(1));
        assertTrue(decisions.keeps(2), "its only like went before");
    }

    @Test
    void whateverIsDecidedEveryClusterKeepsAtMostOneAndAtLeastOneThatItsFiltersKept() {
        Random random = Randoms.stream(1, "decider");
        for (int trial = 0; trial < 200; trial++) {
            int size = 1 + random.nextInt(30);
            int[] roots = new int[size];
            double[][] scores = new double[size][1];
            for (int i = 0; i < size; i++) {
                int of = random.nextInt(i + 1);
                roots[i] = roots[of] == of ? of : roots[of];
                scores[i][0] = random.nextInt(3) == 0 ? BROKEN : KEPT;
            }
            Decisions decisions = decide(1, List.of(roots), scores);
            for (int root = 0; root < size; root++) {
                int kept = 0;
                boolean any = false;
                for (int i = 0; i < size; i++) {
                    kept += roots[i] == root && decisions.keeps(i) ? 1 : 0;
                    any |= roots[i] == root && scores[i][0] == KEPT;
                    assertFalse(decisions.keeps(i) && scores[i][0] == BROKEN);
                }
                assertEquals(any ? 1 : 0, kept);
            }
        }
    }

    /** Duplicate rules stand first, filters of one column behind them. */
    private static Decisions decide(int filters, List<int[]> clusters, double[][] scores) {
        List<RuleSet.Placed<Duplicates>> duplicates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < clusters.size(); i++) {
            duplicates.add(new RuleSet.Placed<>(i, new First()));
            names.add("same-" + i);
        }
        List<RuleSet.PlacedFilter> placed = new ArrayList<>();
        for (int i = 0; i < filters; i++) {
            placed.add(new RuleSet.PlacedFilter(clusters.size() + i, new AtMostHalf(), i, false));
            names.add("filter-" + i);
        }
        RuleSet rules = new RuleSet(names, List.of(), placed, duplicates, filters);
        Measurements measured = new Measurements() {
            @Override
            public int size() {
                return scores.length;
            }

            @Override
            public double score(int record, int column) {
                return scores[record][column];
            }

            @Override
            public long key(int rule, int record, int column) {
                return 0;
            }

            @Override
            public EditScript edits(int record) {
                return new EditScript(List.of());
            }
        };
        Facts none = new Facts() {
            @Override
            public int characters(int record) {
                return 0;
            }

            @Override
            public String source(int record) {
                return "";
            }
        };
        return new Decider(rules, measured).decide(clusters, new Choice(rules, none, measured));
    }

    private record AtMostHalf() implements Filter {
        @Override
        public void score(View view, double[] scores, int at) {
            scores[at] = KEPT;
        }

        @Override
        public @Nullable Broken decide(Scores scores) {
            return new Bounds(null, 0.5).broken(scores.get(0));
        }
    }

    private record First() implements Duplicates {
        @Override
        public int keys() {
            return 1;
        }

        @Override
        public int signature() {
            return 0;
        }

        @Override
        public boolean measure(View view, long[] out) {
            return false;
        }

        @Override
        public Survivor keep() {
            return Survivor.FIRST;
        }

        @Override
        public List<String> sources() {
            return List.of();
        }
    }
}
