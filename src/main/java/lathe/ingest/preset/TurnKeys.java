package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a turn says who speaks and what.
 *
 * @param role key of the speaker; empty where each turn shows it by itself
 * @param content key of what is said; empty in the same way
 */
record TurnKeys(String role, String content) {
    static final TurnKeys ANY = new TurnKeys("", "");
    private static final TurnKeys SHAREGPT = new TurnKeys("from", "value");
    private static final TurnKeys OPENAI = new TurnKeys("role", "content");

    /** The keys of this turn. */
    TurnKeys of(JsonNode turn) {
        TurnKeys shown = turn.has(SHAREGPT.role) ? SHAREGPT : OPENAI;
        if (equals(ANY)) {
            return shown;
        }
        return new TurnKeys(role.isEmpty() ? shown.role : role, content.isEmpty() ? shown.content : content);
    }
}
