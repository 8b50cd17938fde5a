package lathe.clean.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lathe.clean.rule.RuleServices;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.run.Failure;

/**
 * All runs of n units in the items of test sets. An item of fewer units counts whole. One of fewer than eight, the
 * least that GPT-3 looked for (Brown et al. 2020, appendix C), would be found everywhere: it counts only where it is
 * the whole text.
 */
final class TestSets {
    private static final int FEWEST = 8;

    private final List<TestItem> items = new ArrayList<>();
    private final Shingles full;
    private final NgramIndex runs = new NgramIndex();
    private final NgramIndex wholes = new NgramIndex();

    /** Lengths of runs that are looked for, longest first. */
    private final SortedMap<Integer, Shingles> lengths = new TreeMap<>((a, b) -> Integer.compare(b, a));

    private TestSets(int n) {
        full = new Shingles(n);
        lengths.put(n, full);
    }

    /** Reads the files that a rule names. */
    static TestSets of(ContentRules.Decontaminate rule, RuleServices services) throws Failure, IOException {
        if (rule.against().isEmpty()) {
            throw Failure.badInput(
                    "No test set is named", "decontaminate.against", "name the files that evaluations will use");
        }
        TestSets sets = new TestSets(rule.n());
        for (String file : rule.against()) {
            try (Stream<Document> documents = services.documents(services.resolve(file))) {
                documents.forEachOrdered(document -> sets.add(new TestItem(file, document.id()), document.content()));
            }
        }
        return sets;
    }

    private void add(TestItem item, String text) {
        int number = items.size();
        items.add(item);
        Units units = Units.of(text);
        if (units.size() == 0) {
            return;
        }
        if (units.size() < Math.min(full.n(), FEWEST)) {
            wholes.add(Shingles.whole(units), number);
            return;
        }
        int length = Math.min(full.n(), units.size());
        for (long run : lengths.computeIfAbsent(length, Shingles::new).of(units)) {
            runs.add(run, number);
        }
    }

    /** An item by its number. */
    TestItem item(int number) {
        return items.get(number);
    }

    /** Where a text overlaps with the items. */
    Overlap overlap(Units units) {
        Overlap overlap = new Overlap(units.size());
        for (Shingles shingles : lengths.values()) {
            long[] hashes = shingles.of(units);
            for (int i = 0; i < hashes.length; i++) {
                overlap.cover(i, i + shingles.n(), runs.item(hashes[i]));
            }
        }
        if (units.size() > 0 && units.size() < FEWEST) {
            overlap.cover(0, units.size(), wholes.item(Shingles.whole(units)));
        }
        return overlap;
    }
}
