package lathe.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.data.Dropped;
import org.jspecify.annotations.Nullable;

/**
 * Decides on records in their order. The reason is the first rule in the list's order that speaks against a record. Of
 * equal records the first that all filters keep stays, so that a copy is never dropped in favour of a record that goes.
 */
final class Decider implements AutoCloseable {
    private final List<RuleSet.Entry> rules;
    private final Map<String, DuplicateIndex> seen = new HashMap<>();
    private final List<IdFile> files = new ArrayList<>();

    /**
     * For one pass over records.
     *
     * @param scratch a folder for files that are gone when this is closed
     */
    Decider(RuleSet rules, Path scratch) throws IOException {
        this.rules = rules.entries();
        for (RuleSet.Entry rule : this.rules) {
            if (rule.duplicates() != null) {
                IdFile ids = new IdFile(scratch.resolve(rule.name() + ".ids.part"));
                files.add(ids);
                seen.put(rule.name(), new DuplicateIndex(ids));
            }
        }
    }

    Decision decide(Judgement judged) throws IOException {
        Document document = judged.document();
        Dropped dropped = duplicate(judged);
        if (dropped == null && judged.broken() != null) {
            Broken broken = judged.broken();
            String rule = rules.get(judged.brokenAt()).name();
            dropped = new Dropped(document, rule, broken.value(), broken.bound(), null);
        }
        if (dropped == null) {
            remember(judged);
        }
        return new Decision(document, dropped, judged.scores());
    }

    /** The first duplicate rule before the broken filter that knows the content. */
    private @Nullable Dropped duplicate(Judgement judged) throws IOException {
        for (RuleSet.Entry rule : rules.subList(0, judged.brokenAt())) {
            DuplicateIndex index = seen.get(rule.name());
            ContentHash hash = judged.hashes().get(rule.name());
            String kept = index == null || hash == null ? null : index.find(hash);
            if (kept != null) {
                return new Dropped(judged.document(), rule.name(), null, null, kept);
            }
        }
        return null;
    }

    private void remember(Judgement judged) throws IOException {
        for (Map.Entry<String, ContentHash> hash : judged.hashes().entrySet()) {
            DuplicateIndex index = seen.get(hash.getKey());
            if (index != null) {
                index.add(hash.getValue(), judged.document().id());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (IdFile file : files) {
            file.close();
        }
    }
}
