package lathe.data.browse;

import java.util.Set;
import lathe.data.Script;

/**
 * Which records are wanted, and in what order.
 *
 * @param text that stands in them, ASCII letters in either case; empty for all
 * @param sources names of sources; empty for all
 * @param scripts writings; empty for all
 * @param fewest characters, at least
 * @param most characters, at most
 * @param sort what they are ordered by; equal ones stay in the order of the corpus
 * @param descending largest first
 */
public record RecordQuery(
        String text, Set<String> sources, Set<Script> scripts, int fewest, int most, Sort sort, boolean descending) {

    /** What records can be ordered by. */
    public enum Sort {
        /** As they were imported. */
        POSITION,
        SOURCE,
        CHARACTERS,
        TURNS,
        SCRIPT,
        /** Equal contents next to each other. */
        CONTENT
    }

    /** All records, as they were imported. */
    public static final RecordQuery ALL =
            new RecordQuery("", Set.of(), Set.of(), 0, Integer.MAX_VALUE, Sort.POSITION, false);

    /** The same, looking for a text. */
    public RecordQuery withText(String wanted) {
        return new RecordQuery(wanted, sources, scripts, fewest, most, sort, descending);
    }

    /** The same, of some sources only; none stands for all. */
    public RecordQuery withSources(Set<String> wanted) {
        return new RecordQuery(text, wanted, scripts, fewest, most, sort, descending);
    }

    /** The same, in some writings only; none stands for all. */
    public RecordQuery withScripts(Set<Script> wanted) {
        return new RecordQuery(text, sources, wanted, fewest, most, sort, descending);
    }

    /** The same, with a number of characters in this range. */
    public RecordQuery withLength(int atLeast, int atMost) {
        return new RecordQuery(text, sources, scripts, atLeast, atMost, sort, descending);
    }

    /** The same in another order. */
    public RecordQuery sortedBy(Sort by, boolean largestFirst) {
        return new RecordQuery(text, sources, scripts, fewest, most, by, largestFirst);
    }
}
