package lathe.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.data.Document;
import lathe.recipe.ContentRules;
import lathe.recipe.StatisticRules;
import lathe.recipe.DuplicateRules;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** A recipe's rules, ready to measure. Safe for several threads. */
final class RuleSet {

    /**
     * One rule.
     *
     * @param name its label, numbered where a label comes again
     * @param filter what measures single records, or null for a duplicate rule
     * @param duplicates the duplicate rule, or null
     */
    record Entry(String name, @Nullable Filter<?> filter, DuplicateRules.@Nullable ExactDuplicates duplicates) {}

    private final List<Entry> entries = new ArrayList<>();
    private final boolean scoreAll;

    /**
     * Prepares rules.
     *
     * @param base what the paths of word lists are relative to
     * @param scoreAll whether records that a rule drops are still measured by the rules after it
     */
    RuleSet(List<Rule> rules, Path base, boolean scoreAll) throws Failure, IOException {
        this.scoreAll = scoreAll;
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Rule rule : rules) {
            int count = seen.merge(rule.label(), 1, Integer::sum);
            entries.add(entry(count == 1 ? rule.label() : rule.label() + "-" + count, rule, base));
        }
    }

    private static Entry entry(String name, Rule rule, Path base) throws Failure, IOException {
        if (rule instanceof DuplicateRules.ExactDuplicates duplicates) {
            return new Entry(name, null, duplicates);
        }
        return new Entry(name, filter(rule, base), null);
    }

    private static Filter<?> filter(Rule rule, Path base) throws Failure, IOException {
        if (rule instanceof ContentRules.Language language) {
            return new LanguageFilter(language);
        }
        if (rule instanceof ContentRules.Keywords keywords) {
            return new KeywordsFilter(keywords, base);
        }
        if (rule instanceof StatisticRules.SpecialCharacters special) {
            return new SpecialCharactersFilter(special);
        }
        if (rule instanceof StatisticRules.TextLength length) {
            return new TextLengthFilter(length);
        }
        throw Failure.later("the cleaning rule " + rule.label());
    }

    List<Entry> entries() {
        return entries;
    }

    /** Measures a record with all rules, or with those up to the first that it breaks. */
    Judgement judge(Document document) {
        Map<String, Object> scores = new LinkedHashMap<>();
        Map<String, ContentHash> hashes = new LinkedHashMap<>();
        int brokenAt = entries.size();
        Broken broken = null;
        for (int i = 0; i < entries.size() && (broken == null || scoreAll); i++) {
            Entry entry = entries.get(i);
            if (entry.filter() != null) {
                Filter.Scored scored = entry.filter().judge(document);
                scores.put(entry.name(), scored.score());
                if (broken == null && scored.broken() != null) {
                    broken = scored.broken();
                    brokenAt = i;
                }
            } else if (entry.duplicates() != null) {
                ContentHash hash = ContentHash.of(document, entry.duplicates());
                hashes.put(entry.name(), hash);
                scores.put(entry.name(), hash.hex());
            }
        }
        return new Judgement(document, scores, hashes, brokenAt, broken);
    }
}
