package lathe.mix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lathe.recipe.MixSettings;
import lathe.recipe.MixSettings.Order.By;
import lathe.recipe.MixSettings.Order.Direction;
import lathe.recipe.MixSettings.Unit;
import lathe.run.Randoms;

/** One pass over a stage's documents: which of them, how often, in which order. All chance comes from the seed. */
final class Pass {
    private final MixSettings mix;
    private final long seed;
    private final int stage;

    Pass(MixSettings mix, long seed, int stage) {
        this.mix = mix;
        this.seed = seed;
        this.stage = stage;
    }

    /**
     * Picks documents of one source.
     *
     * @param target units (tokens or documents) that are wanted; whole repetitions first, then chance
     */
    List<Pick> pick(String name, SourceTokens source, double target) {
        double perCopy = mix.unit() == Unit.TOKENS ? source.tokens() : source.size();
        int copies = (int) Math.floor(target / perCopy);
        List<Pick> picks = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            picks.addAll(all(source, copy));
        }
        List<Pick> rest = all(source, copies);
        Collections.shuffle(rest, Randoms.stream(seed, "mix", stage, "pick", name));
        double left = target - copies * perCopy;
        Pick shortest = null;
        for (Pick pick : rest) {
            if (units(pick) <= left) {
                picks.add(pick);
                left -= units(pick);
            } else if (shortest == null || pick.length() < shortest.length()) {
                shortest = pick;
            }
        }
        // One too many where that is nearer; and a source with a weight is never silent.
        if (shortest != null && (units(shortest) < 2 * left || (picks.isEmpty() && target > 0))) {
            picks.add(shortest);
        }
        return picks;
    }

    private double units(Pick pick) {
        return mix.unit() == Unit.TOKENS ? pick.length() : 1;
    }

    /** Every document of a source once. */
    static List<Pick> all(SourceTokens source, int copy) {
        return new ArrayList<>(IntStream.range(0, source.size())
                .mapToObj(i -> new Pick(source.index(i), copy, source.length(i)))
                .toList());
    }

    /** Puts the picks of all sources in the recipe's order. */
    int[] order(Map<String, List<Pick>> bySource) {
        List<Pick> picks = new ArrayList<>();
        bySource.values().forEach(picks::addAll);
        // As imported, repetitions one after another: also the start from which the shuffle is the same everywhere.
        picks.sort(Comparator.comparingInt(Pick::copy).thenComparingInt(Pick::index));
        if (mix.order().by() != By.NONE) {
            Random random = Randoms.stream(seed, "mix", stage, "order");
            Collections.shuffle(picks, random);
        }
        if (mix.order().by() == By.LENGTH) {
            Comparator<Pick> length = Comparator.comparingInt(Pick::length);
            picks.sort(mix.order().direction() == Direction.ASCENDING ? length : length.reversed());
        }
        return picks.stream().mapToInt(Pick::index).toArray();
    }
}
