package lathe.clean;

import java.util.Map;
import lathe.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the rules found in one record, before duplicates are looked at.
 *
 * @param scores by rule; only up to the first broken one unless all were asked for
 * @param hashes the record's content as each duplicate rule sees it, by rule
 * @param brokenAt index of the first filter that the record breaks, or the number of rules
 * @param broken the bound it breaks there, or null
 */
record Judgement(
        Document document,
        Map<String, Object> scores,
        Map<String, ContentHash> hashes,
        int brokenAt,
        @Nullable Broken broken) {}
