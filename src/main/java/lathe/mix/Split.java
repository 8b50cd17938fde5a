package lathe.mix;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.HeldOut;
import lathe.run.Failure;
import lathe.run.InOrder;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Which records are held out: those of {@link HeldOut}, and at least one of the texts and one of the conversations of
 * each source that has two different ones. Equal contents are on one side in all sources.
 */
final class Split {
    private static final int BATCH = 256;

    private final HeldOut heldOut;
    private final Set<Double> also = new HashSet<>();

    private Split(HeldOut heldOut) {
        this.heldOut = heldOut;
    }

    /** Looks through a corpus once. */
    static Split of(CorpusFolder corpus, HeldOut heldOut, int threads, RunContext context)
            throws Failure, IOException, RunCancelledException {
        Split split = new Split(heldOut);
        if (heldOut.share() == 0) {
            return split;
        }
        Map<String, Extremes> groups = new HashMap<>();
        try (Stream<Document> records = corpus.read()) {
            InOrder.run(
                    records.iterator(),
                    BATCH,
                    threads,
                    batch -> {
                        context.checkCancelled();
                        return batch.stream()
                                .map(document -> new Placed(group(document), heldOut.position(document)))
                                .toList();
                    },
                    placed -> placed.forEach(place -> groups.computeIfAbsent(place.group(), group -> new Extremes())
                            .add(place.position())));
        }
        groups.values().stream().filter(Extremes::differ).forEach(group -> split.also.add(group.least));
        return split;
    }

    private record Placed(String group, double position) {}

    private static String group(Document document) {
        return (document.isConversation() ? "c/" : "t/") + document.source();
    }

    boolean isHeldOut(Document document) {
        double position = heldOut.position(document);
        return position < heldOut.share() || also.contains(position);
    }

    private static final class Extremes {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double position) {
            least = Math.min(least, position);
            most = Math.max(most, position);
        }

        boolean differ() {
            return least < most;
        }
    }
}
