package lathe.mix;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lathe.data.CorpusFolder;
import lathe.data.Document;
import lathe.data.HeldOut;
import lathe.run.RunCancelledException;
import lathe.run.RunContext;

/**
 * Which records are held out: those of {@link HeldOut}, and at least one of the texts and one of the conversations of
 * each source that has two different ones. Equal contents are on one side in all sources.
 */
final class Split {
    private final HeldOut heldOut;
    private final Set<Double> also = new HashSet<>();

    private Split(HeldOut heldOut) {
        this.heldOut = heldOut;
    }

    /** Looks through a corpus once. */
    static Split of(CorpusFolder corpus, HeldOut heldOut, RunContext context)
            throws IOException, RunCancelledException {
        Split split = new Split(heldOut);
        if (heldOut.share() == 0) {
            return split;
        }
        Map<String, Extremes> groups = new HashMap<>();
        try (Stream<Document> records = corpus.read()) {
            for (Iterator<Document> each = records.iterator(); each.hasNext(); ) {
                context.checkCancelled();
                Document document = each.next();
                String group = (document.isConversation() ? "c/" : "t/") + document.source();
                groups.computeIfAbsent(group, g -> new Extremes()).add(heldOut.position(document));
            }
        }
        groups.values().stream().filter(Extremes::differ).forEach(group -> split.also.add(group.least));
        return split;
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
